/// What a gate says of a clause, or of all of them.
package enum Verdict: String, Codable, Sendable, CaseIterable {
  case pass
  case warn
  case fail
  /// The interval straddles the target, or n is too small.
  case inconclusive
  /// There is nothing that the clause could be about.
  case notApplicable = "not-applicable"
}

/// The verdicts of one policy on one report.
package struct GateResult: Hashable, Codable, Sendable {
  /// `fail` if a clause failed, else `inconclusive` if one was, else `warn` if one did, else `pass`.
  package var verdict: Verdict
  package var clauses: [Clause]

  package struct Clause: Hashable, Codable, Sendable {
    /// Metric id, or `findings` for a limit on a rule.
    package var metric: String
    package var slice: SliceLabel
    /// `>= 0.7`.
    package var target: String
    /// `value`, `low` or `high`.
    package var bound: String
    package var minimumN: Int?
    package var verdict: Verdict
    /// The number that was compared, or `nil` where there was none.
    package var measured: Double?
    package var n: Int?
    package var low: Double?
    package var high: Double?
    /// What decided, in one line.
    package var reason: String
    /// `policy.yml:12`.
    package var place: String

    package init(
      metric: String,
      slice: SliceLabel,
      target: String,
      bound: String,
      minimumN: Int?,
      verdict: Verdict,
      measured: Double?,
      n: Int?,
      low: Double?,
      high: Double?,
      reason: String,
      place: String
    ) {
      self.metric = metric
      self.slice = slice
      self.target = target
      self.bound = bound
      self.minimumN = minimumN
      self.verdict = verdict
      self.measured = measured
      self.n = n
      self.low = low
      self.high = high
      self.reason = reason
      self.place = place
    }
  }

  package init(clauses: [Clause]) {
    self.clauses = clauses
    let verdicts = Set(clauses.map(\.verdict))
    verdict =
      [Verdict.fail, .inconclusive, .warn, .pass].first(where: verdicts.contains)
      ?? .notApplicable
  }
}
