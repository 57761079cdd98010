import Annotations

extension Array {
  /// No estimate makes room for more than that.
  private static var reserveLimit: Int { 1 << 28 }

  /// Makes room for `factor` times the elements that are there.
  ///
  /// Memory that is not used in the end costs nothing; growing step by step costs time and a peak.
  mutating func reserve(factor: Double) {
    reserveCapacity(Int(Swift.min(Double(count) * factor, Double(Self.reserveLimit))))
  }
}

extension Ragged {
  /// Makes room for `factor` times the rows and elements that are there.
  mutating func reserve(factor: Double) {
    let limit = Double(1 << 28)
    reserveCapacity(
      elements: Int(min(Double(elements.count) * factor, limit)),
      rows: Int(min(Double(count) * factor, limit))
    )
  }
}
