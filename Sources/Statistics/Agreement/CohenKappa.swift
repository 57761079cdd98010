/// Agreement of two annotators beyond chance (Cohen's κ) and the numbers that must stand beside it.
///
/// κ = (pₒ − pₑ) / (1 − pₑ), with pₒ = Σ nᵢᵢ / n and pₑ = Σ nᵢ. n.ᵢ / n². Numerator and denominator are
/// formed in integers, so κ is exact but for one division, and "only one category" is an integer test.
/// Ranges: κ in −1…1; pₒ and pₑ in 0…1. Everything is undefined without a pair; κ, its errors and its
/// maximum also when both annotators used one and the same category only (pₑ = 1). If just one
/// annotator used one category, κ and both standard errors are 0.
///
/// Sources: J. Cohen, "A coefficient of agreement for nominal scales", 1960; standard errors:
/// J. L. Fleiss, J. Cohen, B. S. Everitt, "Large sample standard errors of kappa and weighted kappa",
/// 1969; indices and PABAK: T. Byrt, J. Bishop, J. B. Carlin, "Bias, prevalence and kappa", 1993.
package struct CohenKappa: Equatable, Sendable {
  /// Number of pairs.
  package let n: Int
  /// Share of pairs of one category, pₒ.
  package let observed: Measured
  /// That share if the annotators were independent, pₑ.
  package let expected: Measured
  package let kappa: Measured
  /// Large-sample standard error of κ, for intervals.
  package let standardError: Measured
  /// Standard error under the hypothesis κ = 0, for testing that hypothesis only.
  package let nullStandardError: Measured
  /// The largest κ these marginals allow: (Σ min(nᵢ., n.ᵢ)/n − pₑ) / (1 − pₑ).
  package let maximum: Measured
  /// (K·pₒ − 1) / (K − 1) with K declared categories (also Brennan–Prediger's coefficient).
  package let pabak: Measured
  /// (n₀₀ − n₁₁) / n, signed.
  package let prevalenceIndex: Measured
  /// (n₀₁ − n₁₀) / n, signed: positive where annotator A used category 0 more often.
  package let biasIndex: Measured

  /// O(cells + used categories).
  ///
  /// The indices are defined for two declared categories, which then must be the codes 0 and 1.
  package init(_ table: ContingencyTable, declaredCategories: Int) {
    let sums = Sums(table)
    n = sums.n
    observed = sums.observed
    expected = sums.expected
    kappa = sums.kappa
    standardError = sums.standardError(of: table)
    nullStandardError = sums.nullStandardError
    maximum = sums.maximum
    pabak = sums.pabak(declaredCategories: declaredCategories)
    (prevalenceIndex, biasIndex) = Self.indices(
      of: table,
      n: sums.n,
      declaredCategories: declaredCategories
    )
  }

  /// κ of `n` pairs, from how many of them are of one category, n pₒ, and from the products of a category's
  /// two marginals, summed: n² pₑ.
  package static func kappa(n: Int, agreed: Int, product: Int128) -> Measured {
    guard n > 0 else { return .undefined(.noPair) }
    let square = Int128(n) * Int128(n)
    guard product < square else { return .undefined(.oneCategory) }
    return .value(
      (Int128(n) * Int128(agreed) - product).nearest / (square - product).nearest
    )
  }

  /// κ of one category against all others, from the pairs that annotator A calls so (`row`), that B calls so
  /// (`column`), and that both do.
  package static func kappa(n: Int, row: Int, column: Int, both: Int) -> Measured {
    kappa(
      n: n,
      agreed: n - row - column + 2 * both,
      product: Int128(row) * Int128(column) + Int128(n - row) * Int128(n - column)
    )
  }

  /// κ ∓ 1.959963984540054 standard errors, not clipped to −1…1.
  package var interval95: (low: Double, high: Double)? {
    normalInterval95(kappa, standardError: standardError)
  }

  private static func indices(
    of table: ContingencyTable,
    n: Int,
    declaredCategories: Int
  ) -> (prevalence: Measured, bias: Measured) {
    let codes: ClosedRange<Int32> = 0...1
    guard declaredCategories == 2,
      table.counts.keys.allSatisfy({ codes ~= $0.row && codes ~= $0.column })
    else { return (.undefined(.twoCategoriesOnly), .undefined(.twoCategoriesOnly)) }
    guard n > 0 else { return (.undefined(.noPair), .undefined(.noPair)) }
    func count(_ row: Int32, _ column: Int32) -> Int {
      table.counts[.init(row: row, column: column)] ?? 0
    }
    return (
      .value(Double(count(0, 0) - count(1, 1)) / Double(n)),
      .value(Double(count(0, 1) - count(1, 0)) / Double(n))
    )
  }
}

/// The integer sums behind κ.
private struct Sums {
  let n: Int
  let agreed: Int
  /// Σ min(nᵢ., n.ᵢ).
  let attainable: Int
  /// The products of a category's two marginals, summed: n² pₑ.
  let product: Int128
  let marginals: [(category: Int32, uses: ContingencyTable.Marginal)]

  init(_ table: ContingencyTable) {
    marginals = table.marginals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    n = table.total
    agreed = marginals.reduce(0) { $0 + $1.uses.both }
    attainable = marginals.reduce(0) { $0 + min($1.uses.row, $1.uses.column) }
    product = marginals.reduce(0) { $0 + Int128($1.uses.row) * Int128($1.uses.column) }
  }

  var observed: Measured {
    guard n > 0 else { return .undefined(.noPair) }
    return .value(Double(agreed) / Double(n))
  }

  var expected: Measured {
    guard n > 0 else { return .undefined(.noPair) }
    return .value(Double(product) / Double(square))
  }

  var kappa: Measured { beyondChance(agreed) }

  var maximum: Measured { beyondChance(attainable) }

  func pabak(declaredCategories: Int) -> Measured {
    guard n > 0 else { return .undefined(.noPair) }
    guard declaredCategories >= 2 else { return .undefined(.fewerThanTwoDeclared) }
    let numerator = Int128(declaredCategories) * Int128(agreed) - Int128(n)
    return .value(Double(numerator) / (Double(declaredCategories - 1) * Double(n)))
  }

  /// The spread over the pairs of g = n·[i = j] − (n.ᵢ + nⱼ.)(1 − κ), which is equation 13 of 1969.
  ///
  /// Differences from the first g are summed, so a constant g gives exactly 0.
  func standardError(of table: ContingencyTable) -> Measured {
    beyondChance(agreed).map { kappa in
      let uses = Dictionary(uniqueKeysWithValues: marginals.map { ($0.category, $0.uses) })
      let influences = table.sortedCells.map { cell, count in
        let crossed = (uses[cell.row]?.column ?? 0) + (uses[cell.column]?.row ?? 0)
        let agreement = cell.row == cell.column ? Double(n) : 0
        return (value: agreement - Double(crossed) * (1 - kappa), weight: Double(count))
      }
      let deviation = weightedDeviation(influences)
      return deviation / (Double(n).squareRoot() * Double(n) * unexpected)
    }
  }

  /// The root of Σ rᵢcᵢ(1 + pₑ − rᵢ − cᵢ) / n, over 1 − pₑ, with marginal shares r and c: equation 14 of 1969.
  var nullStandardError: Measured {
    beyondChance(agreed).map { _ in
      let isConstant = marginals.contains { $0.uses.row == n || $0.uses.column == n }
      guard !isConstant else { return 0 }
      let total = Double(n)
      let sum = marginals.reduce(0) { sum, next in
        let (row, column) = (next.uses.row, next.uses.column)
        // n²(1 + pₑ − r − c), in integers: its terms all but cancel near full agreement by chance.
        let excess = square + product - Int128(n) * Int128(row + column)
        let share = Double(row) / total * (Double(column) / total)
        return sum + share * (Double(excess) / Double(square))
      }
      return (sum / total).squareRoot() / unexpected
    }
  }

  private var square: Int128 { Int128(n) * Int128(n) }

  /// The difference 1 − pₑ, which keeps its digits where nearly all pairs are of one category.
  private var unexpected: Double { Double(square - product) / Double(square) }

  /// (count/n − pₑ) / (1 − pₑ).
  private func beyondChance(_ count: Int) -> Measured {
    CohenKappa.kappa(n: n, agreed: count, product: product)
  }
}
