/// How often A's category met B's, over all pairs; only cells above zero are kept.
package struct ContingencyTable: Mergeable, Equatable {
  /// Row: A's category; column: B's.
  package struct Cell: Hashable, Comparable, Sendable {
    package var row: Int32
    package var column: Int32

    package init(row: Int32, column: Int32) {
      self.row = row
      self.column = column
    }

    package static func < (lhs: Cell, rhs: Cell) -> Bool {
      (lhs.row, lhs.column) < (rhs.row, rhs.column)
    }
  }

  package private(set) var counts: [Cell: Int] = [:]

  package init() {}

  package var total: Int { counts.values.reduce(0, +) }

  /// Cells and their counts, by row and column.
  package var sortedCells: [(cell: Cell, count: Int)] {
    counts.map { (cell: $0.key, count: $0.value) }.sorted { $0.cell < $1.cell }
  }

  package mutating func add(row: Int32, column: Int32, count: Int = 1) {
    guard count > 0 else { return }
    counts[Cell(row: row, column: column), default: 0] += count
  }

  package mutating func merge(_ other: ContingencyTable) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The table with A and B exchanged.
  package var transposed: ContingencyTable {
    var table = ContingencyTable()
    for (cell, count) in counts { table.add(row: cell.column, column: cell.row, count: count) }
    return table
  }

  /// The 2 × 2 table of one category (0) against all others (1).
  package func oneVersusRest(_ category: Int32) -> ContingencyTable {
    var table = ContingencyTable()
    for (cell, count) in counts {
      table.add(
        row: cell.row == category ? 0 : 1,
        column: cell.column == category ? 0 : 1,
        count: count
      )
    }
    return table
  }

  /// Totals of rows and columns, by category.
  var margins: (rows: [Int32: Int], columns: [Int32: Int]) {
    var rows: [Int32: Int] = [:]
    var columns: [Int32: Int] = [:]
    for (cell, count) in counts {
      rows[cell.row, default: 0] += count
      columns[cell.column, default: 0] += count
    }
    return (rows, columns)
  }
}

extension ContingencyTable: Codable {
  /// A list of `[row, column, count]`, sorted.
  package init(from decoder: any Decoder) throws {
    for triple in try decoder.singleValueContainer().decode([[Int]].self) {
      guard triple.count == 3, let row = Int32(exactly: triple[0]),
        let column = Int32(exactly: triple[1]), triple[2] > 0
      else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "a cell must be [row, column, count], found \(triple)"
          )
        )
      }
      add(row: row, column: column, count: triple[2])
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(sortedCells.map { [Int($0.cell.row), Int($0.cell.column), $0.count] })
  }
}
