package import Findings

/// Judges a report by a policy.
///
/// A clause passes only where the data show it: with `low` or `high` the interval's end must reach the
/// target, fails where the whole interval misses it, and is inconclusive where the interval straddles
/// the target or n is too small. A number that is not there never passes.
package struct Gate: Sendable {
  package let policy: Policy

  package init(_ policy: Policy) { self.policy = policy }

  package func judge(_ report: AuditReport) -> GateResult {
    GateResult(
      clauses: policy.clauses.flatMap { judge($0, report) }
        + policy.limits.map { judge($0, report) }
    )
  }

  /// One result a slice: a `*` in the clause stands for all that the report has.
  private func judge(_ clause: Policy.Clause, _ report: AuditReport) -> [GateResult.Clause] {
    let records = report.metrics.filter {
      $0.id == clause.metric && clause.slice.covers($0.slice)
    }
    guard !records.isEmpty else {
      return [
        result(
          clause,
          clause.slice,
          nil,
          .notApplicable,
          "the report has no \(clause.metric) for \(clause.slice)"
        )
      ]
    }
    return records.map { record in
      let (verdict, reason) = verdict(clause, record)
      return result(clause, record.slice, record, verdict, reason)
    }
  }

  private func verdict(
    _ clause: Policy.Clause,
    _ record: MetricRecord
  ) -> (verdict: Verdict, reason: String) {
    guard case .number(let value, let n, let interval) = record.outcome else {
      return (.inconclusive, "\(Self.name(record)) is undefined: \(record.undefinedReason ?? "")")
    }
    let shown = Self.words(record, value, interval, n)
    guard n >= clause.minimumN else {
      return (.inconclusive, "\(shown): n is below \(clause.minimumN)")
    }
    let target = clause.target
    let missed = "\(shown) is not \(target)"
    if clause.bound == .value {
      return target.holds(for: value) ? (.pass, "\(shown) is \(target)") : (clause.severity, missed)
    }
    guard let interval else {
      return (.inconclusive, "\(shown) has no interval; 'bound: value' would compare the number")
    }
    let bound = clause.bound == .low ? interval.low : interval.high
    let best = target.wantsMore ? interval.high : interval.low
    if target.holds(for: bound) { return (.pass, "\(shown) is \(target)") }
    if !target.holds(for: best) { return (clause.severity, missed) }
    let more = Self.advice(target, value, n, interval)
    return (.inconclusive, "\(shown) straddles \(target)\(more)")
  }

  private func judge(_ limit: Policy.Limit, _ report: AuditReport) -> GateResult.Clause {
    let rules = report.findings.rules.filter {
      switch limit.subject {
      case .rule(let id): $0.id == id
      case .severity(let severity): $0.severity == severity
      }
    }
    let count = rules.reduce(0) { $0 + $1.count }
    let isMet = count <= limit.maximum
    var slice = SliceLabel.overall
    var name = ""
    switch limit.subject {
    case .rule(let id):
      slice = SliceLabel([.rule: id])
      name = id
    case .severity(let severity):
      name = "severity \(severity.rawValue)"
    }
    return GateResult.Clause(
      metric: name.hasPrefix("severity") ? "findings of \(name)" : "findings",
      slice: slice,
      target: "<= \(limit.maximum)",
      bound: Policy.Bound.value.rawValue,
      minimumN: nil,
      verdict: isMet ? .pass : .fail,
      measured: Double(count),
      n: nil,
      low: nil,
      high: nil,
      reason: "\(count) finding\(count == 1 ? "" : "s") of \(name), \(limit.maximum) allowed",
      place: limit.place
    )
  }

  private func result(
    _ clause: Policy.Clause,
    _ slice: SliceLabel,
    _ record: MetricRecord?,
    _ verdict: Verdict,
    _ reason: String
  ) -> GateResult.Clause {
    GateResult.Clause(
      metric: clause.metric,
      slice: slice,
      target: "\(clause.target)",
      bound: clause.bound.rawValue,
      minimumN: clause.minimumN,
      verdict: verdict,
      measured: record?.value,
      n: record?.n,
      low: record?.interval?.low,
      high: record?.interval?.high,
      reason: reason,
      place: clause.place
    )
  }

  /// `dice`, or `dice (category=cat)`.
  private static func name(_ record: MetricRecord) -> String {
    record.slice == .overall ? record.id : "\(record.id) (\(record.slice))"
  }

  /// `dice 0.58 [0.51, 0.64] (n 120)`.
  private static func words(
    _ record: MetricRecord,
    _ value: Double,
    _ interval: MetricRecord.Interval?,
    _ n: Int
  ) -> String {
    let range = interval.map {
      " [\($0.low.messageText(decimals: 4)), \($0.high.messageText(decimals: 4))]"
    }
    return "\(name(record)) \(value.messageText(decimals: 4))\(range ?? "") (n \(n))"
  }

  /// How much more data would decide, where the number stays as it is.
  ///
  /// An interval shrinks with √n, so its reach from the number to the target must shrink by their ratio.
  private static func advice(
    _ target: Target,
    _ value: Double,
    _ n: Int,
    _ interval: MetricRecord.Interval
  ) -> String {
    let distance = abs(value - target.number)
    let reach = value > target.number ? value - interval.low : interval.high - value
    guard distance > 0, reach > distance else { return "" }
    let ratio = reach / distance
    let needed = (Double(n) * ratio * ratio).rounded(.up)
    guard let more = Int(exactly: needed).map({ $0 - n }), more < 1_000_000 else { return "" }
    return "; about \(more) more (n \(n + more)) would decide if it stays so"
  }
}

extension SliceLabel {
  /// Whether a clause with this slice is about `other`: the same keys, each value equal or `*`.
  ///
  /// A hyphen stands for the en dash of the complexity classes, which few keyboards have.
  fileprivate func covers(_ other: SliceLabel) -> Bool {
    guard Set(values.keys) == Set(other.values.keys) else { return false }
    return values.allSatisfy { key, value in
      value == "*" || other[key] == value
        || key == .complexity && other[key]?.replacingEnDash == value
    }
  }
}

extension String {
  fileprivate var replacingEnDash: String { String(map { $0 == "–" ? "-" : $0 }) }
}
