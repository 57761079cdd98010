import Findings

/// Tells a drop from the usual ups and downs: a robust z over the accepted runs before.
///
/// The window of a run is the last `windowSize` accepted runs of its group before it that have the
/// number. With their median m and their median absolute deviation MAD,
///
///     z = ±(x − m) / max(1.4826 · MAD, s)
///
/// where s is the standard error that the interval of x itself implies (its width / 2 · 1.96), and the
/// sign makes worse negative. z ≤ −3.5 is a drop. Where the divisor is 0, every worse number is one.
///
/// Source: B. Iglewicz and D. Hoaglin, "How to detect and handle outliers", 1993 (3.5 and 1.4826).
package enum DropRule {
  package static let windowSize = 20
  package static let minimumWindow = 5
  package static let limit = -3.5

  /// A number that can be judged.
  struct Value {
    var number: Double
    /// 0 where there is no interval.
    var standardError: Double

    /// `nil` where the record has no number.
    init?(_ outcome: MetricRecord.Outcome, direction: MetricDirection) {
      guard case .number(let value, let n, let interval) = outcome else { return nil }
      let scale: Double
      switch direction {
      case .higherIsBetter, .lowerIsBetter: scale = 1
      case .fewerOfNIsBetter:
        guard n > 0 else { return nil }
        scale = 1 / Double(n)
      }
      number = value * scale
      standardError = interval.map { ($0.high - $0.low) / (2 * 1.959_963_984_540_054) * scale } ?? 0
    }
  }

  /// `window` is in the order of the runs; its last `windowSize` values count.
  static func judge(
    _ value: Value,
    window: [Value],
    direction: MetricDirection
  ) -> Trend.Judgement {
    let window = window.suffix(windowSize).map(\.number)
    guard window.count >= minimumWindow else {
      return .notJudged("\(window.count) of \(minimumWindow) accepted runs before it")
    }
    let center = median(window)
    let spread = max(1.4826 * median(window.map { abs($0 - center) }), value.standardError)
    var change = value.number - center
    if direction != .higherIsBetter { change = -change }
    guard spread > 0 else {
      let standing = Trend.Standing(median: center, z: nil, window: window.count)
      return change < 0 ? .drop(standing) : .usual(standing)
    }
    let standing = Trend.Standing(median: center, z: change / spread, window: window.count)
    return change / spread <= limit ? .drop(standing) : .usual(standing)
  }

  /// The middle value, or the mean of the two; `values` is not empty.
  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
