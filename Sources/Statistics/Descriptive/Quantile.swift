/// The middle of ascending values, or the mean of the middle two.
///
/// Undefined without a value. As (a + b) / 2 it can differ from `quantile(0.5)` in the last bit.
package func median(ofSorted values: some RandomAccessCollection<Double>) -> Measured {
  guard !values.isEmpty else { return .undefined(.noValue) }
  let upper = values.index(values.startIndex, offsetBy: values.count / 2)
  guard values.count.isMultiple(of: 2) else { return .value(values[upper]) }
  return .value((values[values.index(before: upper)] + values[upper]) / 2)
}

/// Sample quantile of Hyndman and Fan's type 7: linear between order statistics, at h = (n − 1)·p.
///
/// `values` ascend; `p` is in 0...1. Undefined without a value. O(1).
///
/// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7.
package func quantile(
  _ p: Double,
  ofSorted values: some RandomAccessCollection<Double>
) -> Measured {
  precondition(0...1 ~= p, "a probability lies in 0...1")
  guard !values.isEmpty else { return .undefined(.noValue) }
  func value(_ position: Int) -> Double {
    values[values.index(values.startIndex, offsetBy: min(position, values.count - 1))]
  }
  let position = Double(values.count - 1) * p
  let below = Int(position)
  let low = value(below)
  return .value(low + (position - Double(below)) * (value(below + 1) - low))
}
