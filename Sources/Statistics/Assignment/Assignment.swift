/// One-to-one assignment of rows to columns with the best total.
///
/// Shortest augmenting paths with dual prices: exact up to rounding, O(min(r, c)² · max(r, c)), and the
/// same result for the same input everywhere. Among equal totals the choice is fixed but arbitrary;
/// a caller that needs a rule for ties puts it into the weights.
///
/// Source: D. F. Crouse, "On implementing 2D rectangular assignment algorithms", 2016.
package enum Assignment {
  /// For each row its column, or nil where rows outnumber columns; the total weight is the largest.
  ///
  /// `weights` is row-major rows × columns, all finite. min(rows, columns) rows get a column, however
  /// small its weight: a caller drops pairs it does not admit.
  package static func maximum(weights: [Double], rows: Int, columns: Int) -> [Int?] {
    minimum(costs: weights.map { -$0 }, rows: rows, columns: columns)
  }

  /// For each row its column, or nil where rows outnumber columns; the total cost is the smallest.
  ///
  /// `costs` is row-major rows × columns, all finite.
  package static func minimum(costs: [Double], rows: Int, columns: Int) -> [Int?] {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative side")
    precondition(costs.count == rows * columns, "costs are rows × columns numbers")
    precondition(costs.allSatisfy(\.isFinite), "costs are finite")
    guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
    guard rows > columns else {
      var solver = AugmentingPaths(costs: costs, rows: rows, columns: columns)
      return solver.solve()
    }
    var transposed: [Double] = []
    transposed.reserveCapacity(costs.count)
    for column in 0..<columns {
      for row in 0..<rows { transposed.append(costs[row * columns + column]) }
    }
    var solver = AugmentingPaths(costs: transposed, rows: columns, columns: rows)
    var result: [Int?] = Array(repeating: nil, count: rows)
    for (column, row) in solver.solve().enumerated() {
      if let row { result[row] = column }
    }
    return result
  }
}

/// Gives one row after the other a column, along the cheapest alternating path; rows ≤ columns.
private struct AugmentingPaths {
  let costs: [Double]
  let rows: Int
  let columns: Int
  private var rowPrice: [Double]
  private var columnPrice: [Double]
  private var rowOfColumn: [Int?]
  private var columnOfRow: [Int?]

  init(costs: [Double], rows: Int, columns: Int) {
    self.costs = costs
    self.rows = rows
    self.columns = columns
    rowPrice = Array(repeating: 0, count: rows)
    columnPrice = Array(repeating: 0, count: columns)
    rowOfColumn = Array(repeating: nil, count: columns)
    columnOfRow = Array(repeating: nil, count: rows)
  }

  mutating func solve() -> [Int?] {
    for row in 0..<rows { assign(row) }
    return columnOfRow
  }

  /// Dijkstra over reduced costs from `start` to the nearest free column, then the flip of the path.
  private mutating func assign(_ start: Int) {
    var distance = [Double](repeating: .infinity, count: columns)
    var previousRow = [Int](repeating: start, count: columns)
    var isScanned = [Bool](repeating: false, count: columns)
    var scannedRows: [Int] = []
    var row = start
    var reached = 0.0
    var end: Int?
    while end == nil {
      scannedRows.append(row)
      var nearest: Int?
      for column in 0..<columns where !isScanned[column] {
        let candidate =
          reached + costs[row * columns + column] - rowPrice[row] - columnPrice[column]
        if candidate < distance[column] {
          distance[column] = candidate
          previousRow[column] = row
        }
        if isNearer(column, than: nearest, distance) { nearest = column }
      }
      // Rows never outnumber columns, so an unscanned column is always left.
      guard let nearest else { return }
      reached = distance[nearest]
      isScanned[nearest] = true
      if let owner = rowOfColumn[nearest] { row = owner } else { end = nearest }
    }
    raisePrices(scannedRows, start: start, distance, isScanned, reached)
    flip(previousRow, from: end, to: start)
  }

  /// By distance; a free column wins a tie and ends the search early, else the first wins.
  private func isNearer(_ column: Int, than other: Int?, _ distance: [Double]) -> Bool {
    guard let other else { return true }
    if distance[column] != distance[other] { return distance[column] < distance[other] }
    return rowOfColumn[column] == nil && rowOfColumn[other] != nil
  }

  private mutating func raisePrices(
    _ scannedRows: [Int],
    start: Int,
    _ distance: [Double],
    _ isScanned: [Bool],
    _ reached: Double
  ) {
    for row in scannedRows {
      guard row != start else {
        rowPrice[row] += reached
        continue
      }
      if let column = columnOfRow[row] { rowPrice[row] += reached - distance[column] }
    }
    for column in 0..<columns where isScanned[column] {
      columnPrice[column] -= reached - distance[column]
    }
  }

  private mutating func flip(_ previousRow: [Int], from end: Int?, to start: Int) {
    var next = end
    while let column = next {
      let row = previousRow[column]
      rowOfColumn[column] = row
      next = row == start ? nil : columnOfRow[row]
      columnOfRow[row] = column
    }
  }
}
