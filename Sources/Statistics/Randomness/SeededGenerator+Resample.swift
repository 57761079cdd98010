extension SeededGenerator {
  /// Draws as many items as there are, with replacement, and adds to the count of each drawn one.
  ///
  /// A count holds 255 draws: that an item is drawn once more has a probability below 1/256!.
  package mutating func resample(into counts: inout [UInt8]) {
    for _ in counts.indices { counts[index(below: counts.count)] += 1 }
  }
}
