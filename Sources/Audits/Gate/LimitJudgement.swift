import Findings
import Statistics

/// Judges one limit on findings.
struct LimitJudgement {
  private let limit: Policy.Limit
  private let report: AuditReport
  private let tally: FindingTally

  init(_ limit: Policy.Limit, report: AuditReport, tally: FindingTally) {
    self.limit = limit
    self.report = report
    self.tally = tally
  }

  private typealias Decision = (
    verdict: Verdict, reason: String, measured: Double?, n: Int?, low: Double?, high: Double?
  )

  var result: GateResult.Clause {
    let (metric, slice, target) = (metric, slice, target)
    let decision = decision
    return GateResult.Clause(
      metric: metric,
      slice: slice,
      target: "\(target)",
      bound: limit.bound.rawValue,
      minimumN: nil,
      verdict: decision.verdict,
      measured: decision.measured,
      n: decision.n,
      low: decision.low,
      high: decision.high,
      reason: decision.reason,
      place: limit.place
    )
  }

  private var decision: Decision {
    let counts = rules.compactMap { tally.counts[$0] }
    if case .rule(let id) = limit.subject, counts.isEmpty {
      return (.notApplicable, "the report has no rule '\(id)'", nil, nil, nil, nil)
    }
    let count = counts.reduce(FindingTally.Count(atLeast: 0, atMost: 0), +)
    switch limit.maximum {
    case .count(let maximum): return decide(count, maximum)
    case .rate(let rate): return decide(count, rate: rate)
    }
  }

  private func decide(_ count: FindingTally.Count, _ maximum: Int) -> Decision {
    let isExact = count.atLeast == count.atMost
    let verdict: Verdict =
      count.atMost <= maximum ? .pass : count.atLeast > maximum ? .fail : .inconclusive
    return (
      verdict, "\(words(count)), \(maximum) allowed\(unkept(count))",
      isExact ? Double(count.atMost) : nil, nil,
      isExact ? nil : Double(count.atLeast), isExact ? nil : Double(count.atMost)
    )
  }

  private func decide(_ count: FindingTally.Count, rate: Double) -> Decision {
    let annotations = report.inputs.reduce(0) { $0 + $1.annotations }
    guard annotations > 0 else {
      return (.inconclusive, "there are no annotations to give a rate of", nil, nil, nil, nil)
    }
    let (least, most) = (share(count.atLeast, annotations), share(count.atMost, annotations))
    let verdict: Verdict =
      most.compared <= rate ? .pass : least.compared > rate ? .fail : .inconclusive
    let isExact = count.atLeast == count.atMost
    let range = most.high.map { "at most \($0.messageText(decimals: 4)) with 95 % certainty, " }
    return (
      verdict,
      "\(words(count)) in \(annotations) annotations: rate \(most.value.messageText(decimals: 4)), "
        + "\(range ?? "")\(rate.messageText(decimals: 6)) allowed\(unkept(count))",
      isExact ? most.value : nil, annotations,
      isExact ? most.low : least.value, isExact ? most.high : most.value
    )
  }

  /// A rate and, for a limit on its upper end, its interval.
  private func share(
    _ count: Int,
    _ annotations: Int
  ) -> (value: Double, low: Double?, high: Double?, compared: Double) {
    let value = Double(count) / Double(annotations)
    guard limit.bound != .value, count <= annotations,
      let range = wilsonInterval(successes: count, trials: annotations)
    else { return (value, nil, nil, value) }
    return (value, range.low, range.high, limit.bound == .low ? range.low : range.high)
  }

  // MARK: Words

  private var rules: [String] {
    report.findings.rules.filter {
      switch limit.subject {
      case .rule(let id): $0.id == id
      case .severity(let severity): $0.severity == severity
      }
    }.map(\.id)
  }

  private var name: String {
    switch limit.subject {
    case .rule(let id): id
    case .severity(let severity): "severity \(severity.rawValue)"
    }
  }

  private var metric: String {
    if case .severity = limit.subject { "findings of \(name)" } else { "findings" }
  }

  private var slice: SliceLabel {
    if case .rule(let id) = limit.subject { SliceLabel([.rule: id]) } else { .overall }
  }

  private var target: Target {
    switch limit.maximum {
    case .count(let count): Target(.atMost, Double(count))
    case .rate(let rate): Target(.atMost, rate)
    }
  }

  /// `2 new findings of duplicate-box`, `3 findings of duplicate-box (1 waived)`.
  private func words(_ count: FindingTally.Count) -> String {
    let number =
      count.atLeast == count.atMost ? "\(count.atMost)" : "\(count.atLeast) to \(count.atMost)"
    let isNew = tally.comparison != nil
    let beside = [
      isNew && count.known > 0 ? "\(count.known) known" : nil,
      count.waived > 0 ? "\(count.waived) waived" : nil,
    ].compactMap { $0 }
    return "\(number)\(isNew ? " new" : "") finding\(count.atMost == 1 ? "" : "s") of \(name)"
      + (beside.isEmpty ? "" : " (\(beside.joined(separator: ", ")))")
  }

  /// Why a count is a range.
  private func unkept(_ count: FindingTally.Count) -> String {
    guard count.atLeast != count.atMost else { return "" }
    guard count.kept < count.found else {
      return "; the baseline does not have all fingerprints"
    }
    return "; the report keeps \(count.kept) of \(count.found): run the audit itself with the "
      + "baseline or the waivers, or with more --findings-per-rule"
  }
}
