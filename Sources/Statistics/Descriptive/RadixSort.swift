extension Array {
  /// The elements by ascending key; those of equal keys stay in their order.
  ///
  /// A comparison sort of a million numbers costs as much as everything else that is done to them.
  ///
  /// - Complexity: O(n · bytes in which keys differ), and as much memory again; a comparison sort below
  ///   a thousand elements.
  ///
  /// Source: D. E. Knuth, "The Art of Computer Programming", vol. 3, 1998, §5.2.5, algorithm R.
  @inlinable
  package func sortedStably(by key: (Element) -> UInt64) -> [Element] {
    guard count > 1000 else {
      return indices.sorted { (key(self[$0]), $0) < (key(self[$1]), $1) }.map { self[$0] }
    }
    var counts = [Int](repeating: 0, count: 8 * 256)
    for element in self {
      let key = key(element)
      for digit in 0..<8 { counts[digit << 8 | Int(key >> (8 * UInt64(digit)) & 255)] += 1 }
    }
    var (sorted, other) = (self, self)
    for digit in 0..<8 {
      var places = Array<Int>(counts[digit << 8..<(digit + 1) << 8])
      // All keys have this digit in common.
      if places.contains(count) { continue }
      var next = 0
      for value in places.indices {
        next += places[value]
        places[value] = next - places[value]
      }
      for element in sorted {
        let value = Int(key(element) >> (8 * UInt64(digit)) & 255)
        other[places[value]] = element
        places[value] += 1
      }
      swap(&sorted, &other)
    }
    return sorted
  }
}

extension Double {
  /// A whole number that orders numbers as they are ordered; −0 as the 0 that it equals.
  @inlinable
  package var radixKey: UInt64 {
    let bits = (self + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}

extension Int64 {
  /// A whole number from 0 on that orders numbers as they are ordered.
  @inlinable
  package var radixKey: UInt64 { UInt64(bitPattern: self) ^ (1 << 63) }
}
