/// The coincidences of nominal Krippendorff α, as whole numbers.
///
/// α = 1 − D_o / D_e over the coincidence matrix o_ck = Σ_u (pairs c–k in u) / (m_u − 1). Units are kept
/// apart by their size m_u, so that every sum is one of whole numbers and has no order.
///
/// Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011.
package struct NominalCoincidences: Mergeable, Codable, Equatable {
  /// Sums over the units of one size.
  private struct Sums: Codable, Equatable, Sendable {
    /// Values in those units, by category.
    var values: [Int32: Int] = [:]
    /// Ordered pairs of two different values within a unit.
    var disagreements = 0
  }

  /// By the number of values in a unit, at least 2.
  private var bySize: [Int: Sums] = [:]

  package init() {}

  /// Adds units that two people rated.
  package mutating func addPair(_ a: Int32, _ b: Int32, count: Int = 1) {
    guard count > 0 else { return }
    bySize[2, default: Sums()].values[a, default: 0] += count
    bySize[2, default: Sums()].values[b, default: 0] += count
    if a != b { bySize[2, default: Sums()].disagreements += 2 * count }
  }

  /// Adds a unit; one with fewer than two values cannot be paired and is left out.
  package mutating func addUnit(_ values: [Int32]) {
    guard values.count > 1 else { return }
    var counts: [Int32: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    var sums = bySize[values.count] ?? Sums()
    sums.values.merge(counts, uniquingKeysWith: +)
    sums.disagreements += counts.values.reduce(0) { $0 + $1 * (values.count - $1) }
    bySize[values.count] = sums
  }

  package mutating func merge(_ other: NominalCoincidences) {
    for (size, sums) in other.bySize {
      bySize[size, default: Sums()].values.merge(sums.values, uniquingKeysWith: +)
      bySize[size, default: Sums()].disagreements += sums.disagreements
    }
  }

  /// In `-1...1`; undefined without a pairable unit, and where all values are the same.
  package var alpha: Measured {
    var values: [Int32: Int] = [:]
    for sums in bySize.values { values.merge(sums.values, uniquingKeysWith: +) }
    let n = values.values.reduce(0, +)
    guard n > 0 else { return .undefined(UndefinedReason("no unit was rated twice")) }
    guard values.count > 1 else { return .undefined(UndefinedReason("no variation")) }
    let observed = bySize.sorted { $0.key < $1.key }.reduce(0.0) {
      $0 + Double($1.value.disagreements) / Double($1.key - 1)
    }
    let squares = values.sorted { $0.key < $1.key }.reduce(0.0) {
      $0 + Double($1.value) * Double($1.value)
    }
    let expected = Double(n) * Double(n) - squares
    return .value(1 - Double(n - 1) * observed / expected)
  }
}
