extension Array {
  /// No estimate makes room for more than that.
  private static var reserveLimit: Int { 1 << 28 }

  /// Makes room for `factor` times the elements that are there.
  ///
  /// Memory that is not used in the end costs nothing; growing step by step costs time and a peak.
  package mutating func reserve(factor: Double) {
    reserveCapacity(Int(Swift.min(Double(count) * factor, Double(Self.reserveLimit))))
  }
}
