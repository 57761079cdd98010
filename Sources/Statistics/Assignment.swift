/// The optimal one-to-one assignment of rows to columns.
///
/// Kuhn's Hungarian method with potentials and shortest augmenting paths. Among equal paths the first
/// column is taken, so the result is the same for the same table.
///
/// Sources: H. W. Kuhn, 1955; R. Jonker, A. Volgenant, 1987.
package enum Assignment {
  /// For each row its column in an assignment of the largest total weight.
  ///
  /// `weights` is row-major, `rows × columns`, all finite. min(rows, columns) rows get a column.
  ///
  /// - Complexity: O(min(rows, columns)² · max(rows, columns)).
  package static func maximum(weights: [Double], rows: Int, columns: Int) -> [Int?] {
    minimum(costs: weights.map { -$0 }, rows: rows, columns: columns)
  }

  /// For each row its column in an assignment of the smallest total cost.
  ///
  /// `costs` is row-major, `rows × columns`, all finite. min(rows, columns) rows get a column.
  ///
  /// - Complexity: O(min(rows, columns)² · max(rows, columns)).
  package static func minimum(costs: [Double], rows: Int, columns: Int) -> [Int?] {
    precondition(costs.count == rows * columns, "costs must have rows × columns numbers")
    guard rows > columns else {
      return solve(rows: rows, columns: columns) { costs[$0 * columns + $1] }
    }
    // Fewer columns than rows: the columns are assigned instead.
    let rowOfColumn = solve(rows: columns, columns: rows) { costs[$1 * columns + $0] }
    var columnOfRow = [Int?](repeating: nil, count: rows)
    for (column, row) in rowOfColumn.enumerated() {
      if let row { columnOfRow[row] = column }
    }
    return columnOfRow
  }

  /// Assigns every row; `rows` must not be more than `columns`.
  private static func solve(rows: Int, columns: Int, cost: (Int, Int) -> Double) -> [Int?] {
    var rowPotential = [Double](repeating: 0, count: rows)
    var columnPotential = [Double](repeating: 0, count: columns)
    var rowOfColumn = [Int?](repeating: nil, count: columns)

    for start in 0..<rows {
      var shortest = [Double](repeating: .infinity, count: columns)
      var previous = [Int?](repeating: nil, count: columns)
      var isReached = [Bool](repeating: false, count: columns)
      var row = start
      var last: Int?
      var end: Int?
      while end == nil {
        var nearest: Int?
        for column in 0..<columns where !isReached[column] {
          let reduced = cost(row, column) - rowPotential[row] - columnPotential[column]
          if reduced < shortest[column] {
            shortest[column] = reduced
            previous[column] = last
          }
          if nearest.map({ shortest[column] < shortest[$0] }) ?? true { nearest = column }
        }
        guard let nearest else { break }
        let step = shortest[nearest]
        rowPotential[start] += step
        for column in 0..<columns {
          if isReached[column] {
            if let owner = rowOfColumn[column] { rowPotential[owner] += step }
            columnPotential[column] -= step
          } else {
            shortest[column] -= step
          }
        }
        isReached[nearest] = true
        last = nearest
        if let owner = rowOfColumn[nearest] { row = owner } else { end = nearest }
      }
      // Turn the path round: each column on it takes the row of the one before.
      while let column = end {
        let before = previous[column]
        rowOfColumn[column] = before.flatMap { rowOfColumn[$0] } ?? start
        end = before
      }
    }

    var columnOfRow = [Int?](repeating: nil, count: rows)
    for (column, row) in rowOfColumn.enumerated() {
      if let row { columnOfRow[row] = column }
    }
    return columnOfRow
  }
}
