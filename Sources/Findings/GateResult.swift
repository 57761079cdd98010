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
  /// Absent where no baseline was given.
  package var baseline: Baseline?
  /// Absent where no waiver was given.
  package var waivers: [Waiver]?
  /// The earlier report that clauses on changes were judged by, as the user named it.
  package var reference: String?

  package struct Clause: Hashable, Codable, Sendable {
    /// Metric id, or `findings` for a limit on a rule.
    package var metric: String
    package var slice: SliceLabel
    /// `>= 0.7`, or `drop <= 0.02` for a change.
    package var target: String
    /// `value`, `low` or `high`.
    package var bound: String
    package var minimumN: Int?
    package var verdict: Verdict
    /// The number that was compared, or `nil` where there was none; of a change, now less then.
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

extension GateResult {
  /// What has come and gone since a baseline.
  package struct Baseline: Hashable, Codable, Sendable {
    /// As the user named it.
    package var name: String
    /// Findings that the baseline does not have and no waiver covers; the two differ only where a
    /// report keeps fewer findings than it counts.
    package var newAtLeast: Int
    package var newAtMost: Int
    /// Findings of the baseline that are no longer there, at least.
    package var resolved: Int

    package init(name: String, newAtLeast: Int, newAtMost: Int, resolved: Int) {
      self.name = name
      self.newAtLeast = newAtLeast
      self.newAtMost = newAtMost
      self.resolved = resolved
    }
  }

  /// A waiver, and what became of it.
  package struct Waiver: Hashable, Codable, Sendable {
    package enum State: String, Codable, Sendable {
      case active
      /// It covers no finding of the report, so that it can go.
      case stale
      /// Its day has passed, so that it covers nothing.
      case expired
    }

    package var state: State
    /// What it covers, in words: `rule sub-pixel-box, image night/*`.
    package var subject: String
    package var reason: String
    package var owner: String
    /// `2027-01-31`; the last day on which it counts.
    package var expires: String
    /// Findings of the report that it covers, or would cover had it not expired.
    package var findings: Int
    /// `assay.yml:40`.
    package var place: String

    package init(
      state: State,
      subject: String,
      reason: String,
      owner: String,
      expires: String,
      findings: Int,
      place: String
    ) {
      self.state = state
      self.subject = subject
      self.reason = reason
      self.owner = owner
      self.expires = expires
      self.findings = findings
      self.place = place
    }
  }
}
