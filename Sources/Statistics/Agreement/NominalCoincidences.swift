/// Sums for nominal Krippendorff α: units add their values, α is divided out last.
///
/// A unit of m ≥ 2 values weighs each of its ordered pairs 1/(m − 1). Disagreeing pairs are counted as
/// integers per unit size m, so the state does not depend on the order of units.
///
/// α = 1 − (N − 1) Σₘ dₘ/(m − 1) / (N² − Σ n_c²): dₘ ordered disagreeing pairs within units of m values, n_c uses
/// of category c in units of two or more, N = Σ n_c. In −1…1 up to small-sample excess below; undefined
/// without a unit of two values and when all pairable values are equal.
///
/// Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C.
package struct NominalCoincidences: Mergeable, Codable, Equatable {
  /// Uses of each category in units of at least two values.
  package private(set) var uses = SortedCounts()
  /// Ordered pairs of unequal values within units, by unit size.
  private var disagreements = SortedCounts()

  package init() {}

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    uses = try container.decode(SortedCounts.self, forKey: .uses)
    disagreements = try container.decode(SortedCounts.self, forKey: .disagreements)
    guard disagreements.sorted.allSatisfy({ $0.category >= 2 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .disagreements,
        in: container,
        debugDescription: "expected units of two values or more"
      )
    }
  }

  /// Units rated by two annotators.
  package mutating func addPair(_ a: Int32, _ b: Int32, count: Int = 1) {
    precondition(count >= 0, "a count of units is never negative")
    uses.add(count, to: a)
    uses.add(count, to: b)
    if a != b { disagreements.add(2 * count, to: 2) }
  }

  /// A unit of any number of values; fewer than two are not pairable and add nothing.
  package mutating func addUnit(_ values: [Int32]) {
    guard values.count >= 2 else { return }
    var counts = SortedCounts()
    for value in values { counts.add(1, to: value) }
    let equal = counts.sorted.reduce(0) { $0 + $1.count * $1.count }
    disagreements.add(values.count * values.count - equal, to: Int32(values.count))
    uses.merge(counts)
  }

  package mutating func merge(_ other: Self) {
    uses.merge(other.uses)
    disagreements.merge(other.disagreements)
  }

  /// Number of pairable values, N.
  package var values: Int { uses.total }

  package var alpha: Measured {
    Self.alpha(
      uses: uses.sorted.map(\.count),
      disagreement: disagreements.sorted.reduce(0) { sum, next in
        sum + Double(next.count) / Double(next.category - 1)
      }
    )
  }

  /// α of units of two values each.
  ///
  /// `uses`: How often each value was used; two uses a unit.
  /// `unequalPairs`: Units whose two values differ.
  package static func alpha(uses: [Int], unequalPairs: Int) -> Measured {
    alpha(uses: uses, disagreement: Double(2 * unequalPairs))
  }

  /// α from how often each value was used in units of at least two, and from Σₘ dₘ/(m − 1).
  package static func alpha(uses: [Int], disagreement: Double) -> Measured {
    var (values, squares): (Int128, Int128) = (0, 0)
    for count in uses {
      values += Int128(count)
      squares += Int128(count) * Int128(count)
    }
    return alpha(values: values, squares: squares, disagreement: disagreement)
  }

  /// α from N = Σ n_c, Σ n_c² and Σₘ dₘ/(m − 1).
  package static func alpha(values: Int128, squares: Int128, disagreement: Double) -> Measured {
    guard values > 0 else { return .undefined(.noPair) }
    let unequal = values * values - squares
    guard unequal > 0 else { return .undefined(.oneCategory) }
    return .value(1 - (values - 1).nearest * disagreement / unequal.nearest)
  }
}
