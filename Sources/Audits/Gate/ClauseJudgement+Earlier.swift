import Findings
import Statistics

/// Promises about what a number was before.
extension ClauseJudgement {
  /// The number now less the number then.
  func change(
    _ record: MetricRecord,
    _ value: Double,
    _ n: Int,
    _ figure: inout Figure
  ) -> Decision {
    figure = Figure()
    guard let earlier else {
      return (
        .notApplicable,
        "there is no earlier run to compare with; '--reference-report' or '--reference-ledger' names "
          + "one"
      )
    }
    if let obstacle = earlier.obstacle(to: report) { return (.inconclusive, obstacle) }
    guard let then = earlier.record(record.id, record.slice) else {
      return (.notApplicable, "\(earlier.name) has no \(record.id) for \(record.slice)")
    }
    guard let before = then.value, let count = then.n else {
      let reason = then.undefinedReason ?? ""
      return (.inconclusive, "\(name(record)) is undefined in \(earlier.name): \(reason)")
    }
    figure.value = value - before
    figure.n = min(n, count)
    if let now = record.interval, let past = then.interval {
      let range = differenceInterval(
        (value, now.low, now.high),
        (before, past.low, past.high)
      )
      figure.interval = MetricRecord.Interval(
        low: range.low,
        high: range.high,
        method: "difference-95"
      )
    }
    return decide(
      value - before,
      min(n, count),
      figure.interval,
      "\(name(record)) \(value.messageText(decimals: 4)), in \(earlier.name) "
        + "\(before.messageText(decimals: 4)): change"
    )
  }

  /// Where the number stands beside those of accepted runs.
  func standing(
    _ record: MetricRecord,
    _ value: Double,
    _ n: Int,
    _ figure: inout Figure
  ) -> Decision {
    figure = Figure()
    figure.n = n
    guard let earlier, earlier.hasStandings else {
      return (
        .notApplicable, "there is no history to compare with; '--reference-ledger' names one"
      )
    }
    if let obstacle = earlier.obstacle(to: report) { return (.inconclusive, obstacle) }
    let shown = words(name(record), value, record.interval, n)
    guard n >= clause.minimumN else {
      let more = SampleAdvice(report).toReach(clause.minimumN, from: n)
      return (.inconclusive, "\(shown): n is below \(clause.minimumN)\(more)")
    }
    switch earlier.standing(record.id, record.slice) {
    case nil: return (.inconclusive, "\(shown) is not judged by \(earlier.name)")
    case .notJudged(let reason)?:
      return (.inconclusive, "\(shown) is not judged by \(earlier.name): \(reason)")
    case .usual(let standing)?:
      figure.value = standing.z
      return decide(standing, isWorse: false, shown)
    case .drop(let standing)?:
      figure.value = standing.z
      return decide(standing, isWorse: true, shown)
    }
  }

  /// `isWorse` decides where the accepted runs do not vary, so that there is no z.
  private func decide(_ standing: Trend.Standing, isWorse: Bool, _ shown: String) -> Decision {
    let target = clause.promise.target
    let runs = "\(standing.window) accepted runs with the median "
    let beside = "\(shown), beside \(runs)\(standing.median.messageText(decimals: 4))"
    guard let z = standing.z else {
      return isWorse
        ? (clause.severity, "\(beside), which do not vary, is worse")
        : (.pass, "\(beside), which do not vary, is not worse")
    }
    let told = "\(beside): z \(z.messageText(decimals: 2))"
    return target.holds(for: z)
      ? (.pass, "\(told) is \(target)") : (clause.severity, "\(told) is not \(target)")
  }
}
