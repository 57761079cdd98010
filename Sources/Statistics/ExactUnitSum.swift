/// A sum of numbers in `0...1` that does not depend on their order.
///
/// Each number is kept as a whole multiple of 2⁻⁶², which is exact for those of at least 2⁻¹⁰ and
/// rounds smaller ones by at most 2⁻⁶³; whole numbers add without rounding.
package struct ExactUnitSum: Mergeable, Codable, Equatable {
  /// The sum in multiples of 2⁻⁶² is `high`·2⁶² + `low`.
  private var high: Int64 = 0
  private var low: Int64 = 0

  private static let unit: Int64 = 1 << 62

  package init() {}

  /// Adds a number; what lies outside `0...1` counts as its nearer end.
  package mutating func add(_ number: Double) {
    let clamped = max(0, min(1, number))
    add(high: 0, low: Int64(clamped * Double(Self.unit)))
  }

  package mutating func merge(_ other: ExactUnitSum) { add(high: other.high, low: other.low) }

  package var value: Double { Double(high) + Double(low) / Double(Self.unit) }

  private mutating func add(high: Int64, low: Int64) {
    self.high += high
    // Both are below 2⁶² or equal to it, so the sum fits.
    var sum = self.low + low / 2 + (low - low / 2)
    while sum >= Self.unit {
      sum -= Self.unit
      self.high += 1
    }
    self.low = sum
  }
}
