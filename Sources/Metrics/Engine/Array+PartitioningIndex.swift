extension [Double] {
  /// The first position from which on the condition holds; the values ascend, and it holds of the last ones.
  func partitioningIndex(where isIn: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isIn(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
