/// Agreement of two annotators on ordered categories, where a near miss counts as part of a hit.
///
/// κ = (pₒ − pₑ) / (1 − pₑ) with pₒ = Σ wᵢⱼ pᵢⱼ and pₑ = Σ wᵢⱼ pᵢ. p.ⱼ, agreement weights w in 0...1 and 1 on the diagonal.
/// All declared categories count for the weights, used or not: an unused middle category makes its
/// neighbours lie further apart. Undefined without a pair, and where chance alone agrees fully (pₑ = 1).
/// If just one annotator used one category only, κ and both standard errors are 0.
///
/// Sources: J. Cohen, "Weighted kappa", 1968; standard errors: J. L. Fleiss, J. Cohen, B. S. Everitt,
/// "Large sample standard errors of kappa and weighted kappa", 1969.
package struct WeightedKappa: Equatable, Sendable {
  /// How much a pair of categories at positions i and j of k disagrees.
  package enum Weights: Equatable, Sendable {
    /// |i − j| / (k − 1).
    case linear
    /// (i − j)² / (k − 1)².
    case quadratic
    /// Row-major k × k disagreements, at least 0 and 0 on the diagonal; they are divided by the largest.
    case custom([Double])

    fileprivate func matrix(categories: Int) -> CategoryWeights {
      let positions = (0..<categories).map(Double.init)
      return switch self {
      case .linear: .linear(scores: positions)
      case .quadratic: .quadratic(scores: positions)
      case .custom(let values): CategoryWeights(categories: categories, disagreement: values)
      }
    }
  }

  /// Number of pairs.
  package let n: Int
  /// Weighted observed agreement, pₒ.
  package let observed: Measured
  /// Weighted agreement if the annotators were independent, pₑ.
  package let expected: Measured
  package let kappa: Measured
  /// Large-sample standard error of κ, for intervals.
  package let standardError: Measured
  /// Standard error under the hypothesis κ = 0, for testing that hypothesis only.
  package let nullStandardError: Measured

  /// O(declared categories²).
  ///
  /// The codes of the table are positions in the declared order, `0..<declaredCategories`.
  package init(_ table: ContingencyTable, weights: Weights, declaredCategories: Int) {
    n = table.total
    let weights = weights.matrix(categories: declaredCategories)
    guard let sums = WeightedSums(table, weights: weights) else {
      let none = Measured.undefined(.noPair)
      (observed, expected, kappa) = (none, none, none)
      (standardError, nullStandardError) = (none, none)
      return
    }
    observed = .value(1 - sums.observedDisagreement)
    expected = .value(1 - sums.expectedDisagreement)
    kappa = sums.kappa
    standardError = sums.standardError
    nullStandardError = sums.nullStandardError
  }

  /// κ ∓ 1.959963984540054 standard errors, not clipped to −1…1.
  package var interval95: (low: Double, high: Double)? {
    normalInterval95(kappa, standardError: standardError)
  }
}

/// Disagreement sums over a dense table; disagreement v = 1 − w keeps full precision near agreement.
private struct WeightedSums {
  let n: Int
  private let cells: [(cell: ContingencyTable.Cell, count: Int)]
  private let rowShares: [Double]
  private let columnShares: [Double]
  private let weights: CategoryWeights
  /// Mean disagreement of each row category with annotator B's uses, and the reverse.
  private let rowMeans: [Double]
  private let columnMeans: [Double]
  private let isConstant: Bool
  let observedDisagreement: Double
  let expectedDisagreement: Double

  /// Nil without a pair.
  init?(_ table: ContingencyTable, weights: CategoryWeights) {
    let categories = weights.categories
    let codes = 0..<Int32(categories)
    precondition(
      table.counts.keys.allSatisfy { codes ~= $0.row && codes ~= $0.column },
      "the codes of a weighted table are positions of declared categories"
    )
    let n = table.total
    guard n > 0 else { return nil }
    var rows = [Int](repeating: 0, count: categories)
    var columns = rows
    let cells = table.sortedCells
    // Sums without rounding are the same with the annotators swapped.
    var observed = ExactSum()
    var expected = ExactSum()
    for (cell, count) in cells {
      rows[Int(cell.row)] += count
      columns[Int(cell.column)] += count
      observed.add(weights[Int(cell.row), Int(cell.column)], times: Double(count))
    }
    for (row, rowUses) in rows.enumerated() where rowUses > 0 {
      for (column, columnUses) in columns.enumerated() where columnUses > 0 {
        expected.add(weights[row, column], times: Double(rowUses) * Double(columnUses))
      }
    }
    let rowShares = rows.map { Double($0) / Double(n) }
    let columnShares = columns.map { Double($0) / Double(n) }
    rowMeans = (0..<categories).map { row in
      (0..<categories).reduce(0) { $0 + weights[row, $1] * columnShares[$1] }
    }
    columnMeans = (0..<categories).map { column in
      (0..<categories).reduce(0) { $0 + weights[$1, column] * rowShares[$1] }
    }
    expectedDisagreement = expected.value / (Double(n) * Double(n))
    isConstant = rows.contains(n) || columns.contains(n)
    observedDisagreement = observed.value / Double(n)
    (self.n, self.cells) = (n, cells)
    (self.rowShares, self.columnShares) = (rowShares, columnShares)
    self.weights = weights
  }

  var kappa: Measured {
    guard expectedDisagreement > 0 else { return .undefined(.oneCategory) }
    return .value(isConstant ? 0 : 1 - observedDisagreement / expectedDisagreement)
  }

  var standardError: Measured {
    kappa.map { kappa in
      guard !isConstant else { return 0 }
      let influences = cells.map { cell, count in
        (value: influence(cell, kappa: kappa), weight: Double(count))
      }
      return weightedDeviation(influences) / (Double(n).squareRoot() * expectedDisagreement)
    }
  }

  var nullStandardError: Measured {
    kappa.map { _ in
      guard !isConstant else { return 0 }
      var influences: [(value: Double, weight: Double)] = []
      for row in rowShares.indices {
        for column in columnShares.indices {
          let cell = ContingencyTable.Cell(row: Int32(row), column: Int32(column))
          let weight = rowShares[row] * columnShares[column]
          influences.append((influence(cell, kappa: 0), weight))
        }
      }
      return weightedDeviation(influences) / (Double(n).squareRoot() * expectedDisagreement)
    }
  }

  /// The change of κ with a cell's share, up to scale and constant: vᵢⱼ − (v̄ᵢ + v̄ⱼ)(1 − κ).
  private func influence(_ cell: ContingencyTable.Cell, kappa: Double) -> Double {
    let (row, column) = (Int(cell.row), Int(cell.column))
    let means = rowMeans[row] + columnMeans[column]
    return weights[row, column] - means * (1 - kappa)
  }
}
