/// The middle of values in any order, or the mean of the middle two; as `median(ofSorted:)` of them sorted.
///
/// Undefined without a value. None may be NaN. O(n) on average.
package func median(of values: [Double]) -> Measured {
  guard !values.isEmpty else { return .undefined(.noValue) }
  var values = values
  let upper = values.count / 2
  let middle = values.select(upper)
  guard values.count.isMultiple(of: 2) else { return .value(middle) }
  // Nothing before the selected place is larger.
  return .value(((values[..<upper].max() ?? middle) + middle) / 2)
}

/// Quantiles of values in any order; as `quantile(_:ofSorted:)` of them sorted.
///
/// Each of `p` is in 0...1. Undefined without a value. None may be NaN. O(n) on average for each of `p`.
package func quantiles(_ p: [Double], of values: [Double]) -> [Measured] {
  guard !values.isEmpty else { return p.map { _ in .undefined(.noValue) } }
  var values = values
  return p.map { p in
    let below = Int(Double(values.count - 1) * p)
    values.select(below)
    // Nothing behind the selected place is smaller.
    if let next = values.indices[(below + 1)...].min(by: { values[$0] < values[$1] }) {
      values.swapAt(below + 1, next)
    }
    return quantile(p, ofSorted: values)
  }
}

extension [Double] {
  /// Moves the value that sorting would put there to `position`, smaller ones before it and larger ones
  /// behind it, and returns it.
  ///
  /// Source: C. A. R. Hoare, "Algorithm 65: Find", 1961, with the median of three as pivot.
  @discardableResult
  mutating func select(_ position: Int) -> Double {
    withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      while low < high {
        let (a, b, c) = (values[low], values[low + (high - low) / 2], values[high])
        let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
        var (left, right) = (low, high)
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if position <= right {
          high = right
        } else if position >= left {
          low = left
        } else {
          break
        }
      }
      return values[position]
    }
  }
}
