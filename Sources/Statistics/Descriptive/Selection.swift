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

extension [Double] {
  /// Moves the value that sorting would put there to `position`, smaller ones before it and larger ones
  /// behind it, and returns it.
  ///
  /// Source: C. A. R. Hoare, "Algorithm 65: Find", 1961, with the median of three as pivot.
  fileprivate mutating func select(_ position: Int) -> Double {
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
