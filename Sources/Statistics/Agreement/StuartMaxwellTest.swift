extension ContingencyTable {
  /// Stuart and Maxwell's test that both annotators use every category equally often.
  ///
  /// dᵀ V⁻¹ d over all categories but one, dᵢ = nᵢ. − n.ᵢ, Vᵢᵢ = nᵢ. + n.ᵢ − 2nᵢᵢ, Vᵢⱼ = −(nᵢⱼ + nⱼᵢ); K − 1 degrees of
  /// freedom. V is the Laplacian of the graph of confusions without one vertex, hence regular exactly
  /// where confusions connect all declared categories, an integer test; nil where they do not.
  /// Codes are `0..<declaredCategories`. O(K³).
  ///
  /// Sources: A. Stuart, "A test for homogeneity of the marginal distributions in a two-way
  /// classification", 1955; A. E. Maxwell, "Comparing the classification of subjects by two independent judges", 1970.
  package func stuartMaxwellTest(declaredCategories: Int) -> ChiSquareTest? {
    let size = declaredCategories - 1
    guard size >= 1, confusionsConnect(declaredCategories) else { return nil }
    var matrix = [[Double]](repeating: Array(repeating: 0, count: size), count: size)
    var differences = [Double](repeating: 0, count: size)
    for (cell, count) in sortedCells where cell.row != cell.column {
      let (row, column, count) = (Int(cell.row), Int(cell.column), Double(count))
      if row < size {
        differences[row] += count
        matrix[row][row] += count
      }
      if column < size {
        differences[column] -= count
        matrix[column][column] += count
      }
      if row < size, column < size {
        matrix[row][column] -= count
        matrix[column][row] -= count
      }
    }
    return ChiSquareTest(
      statistic: inverseQuadraticForm(matrix, differences),
      degreesOfFreedom: size
    )
  }

  private func confusionsConnect(_ categories: Int) -> Bool {
    var neighbours = [[Int]](repeating: [], count: categories)
    for cell in counts.keys where cell.row != cell.column {
      neighbours[Int(cell.row)].append(Int(cell.column))
      neighbours[Int(cell.column)].append(Int(cell.row))
    }
    var isReached = [Bool](repeating: false, count: categories)
    var open = [0]
    isReached[0] = true
    while let next = open.popLast() {
      for neighbour in neighbours[next] where !isReached[neighbour] {
        isReached[neighbour] = true
        open.append(neighbour)
      }
    }
    return !isReached.contains(false)
  }
}

/// The value dᵀ V⁻¹ d for a symmetric positive definite V, by its Cholesky factor: |L⁻¹d|².
private func inverseQuadraticForm(_ matrix: [[Double]], _ vector: [Double]) -> Double {
  var factor = matrix
  var solution = vector
  for row in vector.indices {
    for column in 0...row {
      let inner = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
      let rest = factor[row][column] - inner
      factor[row][column] = row == column ? rest.squareRoot() : rest / factor[column][column]
    }
    let inner = (0..<row).reduce(0) { $0 + factor[row][$1] * solution[$1] }
    solution[row] = (solution[row] - inner) / factor[row][row]
  }
  return solution.reduce(0) { $0 + $1 * $1 }
}
