extension Array {
  /// The elements by ascending key; those of equal keys stay in their order.
  ///
  /// A comparison sort of a million numbers costs as much as everything else that is done to them. Elements are
  /// dealt to buckets of about a dozen neighbours, which are put in order where they are.
  ///
  /// - Complexity: O(n) where keys are spread evenly, O(n log n) at worst, and as much memory again; a
  ///   comparison sort below a thousand elements.
  ///
  /// Source: D. E. Knuth, "The Art of Computer Programming", vol. 3, 1998, §5.2.5 (sorting by the leading digit,
  /// then by insertion).
  @inlinable
  package func sortedStably(by key: (Element) -> UInt64) -> [Element] {
    guard count > 1000 else {
      return indices.sorted { (key(self[$0]), $0) < (key(self[$1]), $1) }.map { self[$0] }
    }
    var (least, most, last, isSorted) = (UInt64.max, UInt64.min, UInt64.min, true)
    for element in self {
      let key = key(element)
      if key < last { isSorted = false }
      (least, most, last) = (Swift.min(least, key), Swift.max(most, key), key)
    }
    guard !isSorted else { return self }
    // More buckets than these leave the processor's cache.
    let bits = Swift.min(16, Int.bitWidth - count.leadingZeroBitCount - 4)
    let shift = Swift.max(0, UInt64.bitWidth - (most - least).leadingZeroBitCount - bits)
    var ends = [Int](repeating: 0, count: 1 << bits)
    for element in self { ends[Int((key(element) - least) >> UInt64(shift))] += 1 }
    var start = 0
    for bucket in ends.indices {
      let size = ends[bucket]
      ends[bucket] = start
      start += size
    }
    var sorted = self
    for element in self {
      let bucket = Int((key(element) - least) >> UInt64(shift))
      sorted[ends[bucket]] = element
      ends[bucket] += 1
    }
    // Without a shift all keys of a bucket are equal.
    guard shift > 0 else { return sorted }
    start = 0
    for end in ends {
      sorted.sortStably(start..<end, by: key)
      start = end
    }
    return sorted
  }

  /// Puts a few neighbours in order.
  @inlinable
  mutating func sortStably(_ range: Range<Int>, by key: (Element) -> UInt64) {
    guard range.count <= 48 else {
      return replaceSubrange(range, with: Array(self[range]).sortedStably(by: key))
    }
    for position in range.dropFirst() {
      let element = self[position]
      let own = key(element)
      var place = position
      while place > range.lowerBound, key(self[place - 1]) > own {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = element
    }
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
