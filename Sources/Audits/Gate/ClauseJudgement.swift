import Findings

/// Judges one clause on one number.
struct ClauseJudgement {
  let clause: Policy.Clause
  let report: AuditReport
  let earlier: EarlierFigures?

  typealias Decision = (verdict: Verdict, reason: String)

  func result(_ pair: ClauseAssignment.Pair) -> GateResult.Clause {
    var figure = pair.record.map(Figure.init) ?? Figure()
    var decision = decide(pair, &figure)
    if let why = UngatedMetric.reason(clause.metric), pair.record?.value != nil {
      decision = (.warn, "\(decision.reason); not gated: \(why)")
    }
    let overridden = pair.overridden.map(\.place).joined(separator: ", ")
    return GateResult.Clause(
      metric: clause.metric,
      slice: pair.slice,
      target: "\(clause.promise)",
      bound: clause.bound.rawValue,
      minimumN: clause.minimumN,
      verdict: decision.verdict,
      measured: figure.value,
      n: figure.n,
      low: figure.interval?.low,
      high: figure.interval?.high,
      reason: decision.reason
        + (overridden.isEmpty ? "" : "; decides in place of \(overridden)"),
      place: clause.place
    )
  }

  /// A number with what is needed to judge it.
  struct Figure {
    var value: Double?
    var n: Int?
    var interval: MetricRecord.Interval?

    init() {}

    init(_ record: MetricRecord) {
      (value, n, interval) = (record.value, record.n, record.interval)
    }
  }

  private func decide(_ pair: ClauseAssignment.Pair, _ figure: inout Figure) -> Decision {
    guard let record = pair.record else { return absent(pair) }
    guard let value = record.value, let n = record.n else {
      let reason = record.undefinedReason ?? ""
      return (.inconclusive, "\(name(record)) is undefined: \(reason)")
    }
    switch clause.promise.kind {
    case .number: return decide(value, n, record.interval, name(record))
    case .change: return change(record, value, n, &figure)
    case .z: return standing(record, value, n, &figure)
    }
  }

  /// The report has no such number.
  private func absent(_ pair: ClauseAssignment.Pair) -> Decision {
    let records = report.metrics.filter { $0.id == clause.metric }
    if let threshold = clause.iou,
      records.contains(where: { clause.covers($0.slice.without(.iou)) })
    {
      let known = Set(records.compactMap { $0.slice[.iou].flatMap(Double.init) }).sorted()
      let list = known.map { $0.messageText }.joined(separator: ", ")
      let others = known.isEmpty ? "'compare --curve' gives more than one" : "there are \(list)"
      return (
        .inconclusive,
        "the report has no \(clause.metric) at IoU \(threshold.messageText); \(others)"
      )
    }
    return (.notApplicable, "the report has no \(clause.metric) for \(pair.slice)")
  }

  func decide(
    _ value: Double,
    _ n: Int,
    _ interval: MetricRecord.Interval?,
    _ name: String
  ) -> Decision {
    let shown = words(name, value, interval, n)
    let sample = SampleAdvice(report)
    guard n >= clause.minimumN else {
      let more = sample.toReach(clause.minimumN, from: n)
      return (.inconclusive, "\(shown): n is below \(clause.minimumN)\(more)")
    }
    let target = clause.promise.target
    if clause.bound == .value {
      return target.holds(for: value)
        ? (.pass, "\(shown) is \(target)") : (clause.severity, "\(shown) is not \(target)")
    }
    guard let interval else {
      return (.inconclusive, "\(shown) has no interval; 'bound: value' would compare the number")
    }
    switch compared(interval, with: target) {
    case .pass: return (.pass, "\(shown) is \(target)")
    case .fail: return (clause.severity, "\(shown) is not \(target)")
    default:
      let more = sample.toDecide(target, value: value, n: n, interval: interval)
      return (.inconclusive, "\(shown) straddles \(target)\(more)")
    }
  }

  /// Whether an interval reaches a target, misses it whole, or neither.
  private func compared(_ interval: MetricRecord.Interval, with target: Target) -> Verdict {
    let bound = clause.bound == .low ? interval.low : interval.high
    let best = target.wantsMore ? interval.high : interval.low
    if target.holds(for: bound) { return .pass }
    return target.holds(for: best) ? .inconclusive : .fail
  }

  // MARK: Words

  /// `dice`, or `dice (category=cat)`.
  func name(_ record: MetricRecord) -> String {
    record.slice == .overall ? record.id : "\(record.id) (\(record.slice))"
  }

  /// `dice 0.58 [0.51, 0.64] (n 120)`.
  func words(
    _ name: String,
    _ value: Double,
    _ interval: MetricRecord.Interval?,
    _ n: Int
  ) -> String {
    let range = interval.map {
      " [\($0.low.messageText(decimals: 4)), \($0.high.messageText(decimals: 4))]"
    }
    return "\(name) \(value.messageText(decimals: 4))\(range ?? "") (n \(n))"
  }
}
