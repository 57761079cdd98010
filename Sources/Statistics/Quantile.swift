/// The type 7 quantile of ascending values: linear between the two nearest order statistics.
///
/// `share` is in `0...1`; undefined without a value.
///
/// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7.
package func quantile(_ share: Double, ofSorted values: [Double]) -> Measured {
  guard !values.isEmpty, (0...1).contains(share) else {
    return .undefined(UndefinedReason("no value"))
  }
  let rank = Double(values.count - 1) * share
  let below = Int(rank)
  let fraction = rank - Double(below)
  guard fraction > 0 else { return .value(values[below]) }
  return .value(values[below] + (values[below + 1] - values[below]) * fraction)
}
