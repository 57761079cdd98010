extension ContingencyTable {
  /// Share of the uses of a category on which both annotators agree, which is its F1.
  ///
  /// Twice the pairs of the category over the sum of its two marginals; undefined where neither used it.
  package func specificAgreement(on category: Int32) -> Measured {
    let uses = marginals[category] ?? Marginal()
    guard uses.row + uses.column > 0 else { return .undefined(.unusedCategory) }
    return .value(Double(2 * uses.both) / Double(uses.row + uses.column))
  }

  /// Bowker's test that confusions are as frequent one way as the other.
  ///
  /// Σ_{i<j} (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ) with K(K − 1)/2 degrees of freedom, empty pairs included. Nil without a pair or
  /// with fewer than two declared categories.
  ///
  /// Source: A. H. Bowker, "A test for symmetry in contingency tables", 1948.
  package func bowkerTest(declaredCategories: Int) -> ChiSquareTest? {
    guard !counts.isEmpty, declaredCategories >= 2 else { return nil }
    var terms: [Double] = []
    for (cell, count) in sortedCells where cell.row != cell.column {
      let mirrored = counts[Cell(row: cell.column, column: cell.row)] ?? 0
      guard cell.row < cell.column || mirrored == 0 else { continue }
      let difference = Double(count - mirrored)
      terms.append(difference * difference / Double(count + mirrored))
    }
    // In ascending order, so swapping the annotators changes no bit.
    return ChiSquareTest(
      statistic: terms.sorted().reduce(0, +),
      degreesOfFreedom: declaredCategories * (declaredCategories - 1) / 2
    )
  }

  /// McNemar's exact test that two annotators use category 0 equally often; codes 0 and 1.
  ///
  /// min(1, 2 P(X ≤ min(n₀₁, n₁₀))), X ~ Binomial(n₀₁ + n₁₀, ½); 1 where they never differ. Nil without a pair.
  ///
  /// Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions", 1947.
  package var mcNemarExactP: Double? {
    guard !counts.isEmpty else { return nil }
    let first = counts[Cell(row: 0, column: 1)] ?? 0
    let second = counts[Cell(row: 1, column: 0)] ?? 0
    return min(1, 2 * binomialCumulative(min(first, second), trials: first + second, p: 0.5))
  }
}
