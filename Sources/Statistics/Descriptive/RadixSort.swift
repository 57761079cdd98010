extension Array {
  /// The elements by ascending key; those of equal keys stay in their order.
  ///
  /// A comparison sort of a million numbers costs as much as everything else that is done to them.
  ///
  /// - Complexity: O(n · digits in which keys differ), and as much memory again; a comparison sort below
  ///   a thousand elements.
  ///
  /// Source: D. E. Knuth, "The Art of Computer Programming", vol. 3, 1998, §5.2.5, algorithm R.
  @inlinable
  package func sortedStably(by key: (Element) -> UInt64) -> [Element] {
    guard count > 1000 else {
      return indices.sorted { (key(self[$0]), $0) < (key(self[$1]), $1) }.map { self[$0] }
    }
    // Six digits of 11 bits: more buckets leave the processor's cache, fewer take more rounds.
    let (digits, bits, buckets) = (6, UInt64(11), 1 << 11)
    func digit(_ key: UInt64, _ number: Int) -> Int {
      Int(truncatingIfNeeded: key >> (bits * UInt64(number))) & (buckets - 1)
    }
    var counts = [Int](repeating: 0, count: digits * buckets)
    for element in self {
      let key = key(element)
      for number in 0..<digits { counts[number * buckets + digit(key, number)] += 1 }
    }
    var (sorted, other) = (self, self)
    for number in 0..<digits {
      var places = Array<Int>(counts[number * buckets..<(number + 1) * buckets])
      // All keys have this digit in common.
      if places.contains(count) { continue }
      var next = 0
      for value in places.indices {
        next += places[value]
        places[value] = next - places[value]
      }
      for element in sorted {
        let value = digit(key(element), number)
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
