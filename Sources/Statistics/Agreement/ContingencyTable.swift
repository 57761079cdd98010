/// Counts of pairs of categories; row = annotator A's, column = annotator B's.
///
/// Sparse: only cells above zero are kept, so a table costs what was seen, not categories².
/// Category codes are any `Int32`; a caller may use a negative one for "no object".
package struct ContingencyTable: Mergeable, Equatable {
  package struct Cell: Hashable, Comparable, Codable, Sendable {
    package var row: Int32
    package var column: Int32

    package init(row: Int32, column: Int32) {
      self.row = row
      self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  package private(set) var counts: [Cell: Int] = [:]

  package init() {}

  /// Number of pairs.
  package var total: Int { counts.values.reduce(0, +) }

  package mutating func add(row: Int32, column: Int32, count: Int = 1) {
    precondition(count >= 0, "a count of pairs is never negative")
    guard count > 0 else { return }
    counts[Cell(row: row, column: column), default: 0] += count
  }

  package mutating func merge(_ other: Self) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The cells by row, then column: the only order in which sums over cells are taken.
  package var sortedCells: [(cell: Cell, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { (cell: $0.key, count: $0.value) }
  }
}

// MARK: - Views

extension ContingencyTable {
  /// The table with the annotators swapped.
  package var transposed: ContingencyTable {
    var result = ContingencyTable()
    for (cell, count) in counts { result.add(row: cell.column, column: cell.row, count: count) }
    return result
  }

  /// The 2×2 table with `category` as 0 and all others as 1.
  package func oneVersusRest(_ category: Int32) -> ContingencyTable {
    var result = ContingencyTable()
    for (cell, count) in counts {
      result.add(
        row: cell.row == category ? 0 : 1,
        column: cell.column == category ? 0 : 1,
        count: count
      )
    }
    return result
  }

  /// For each category that either annotator used, how often each did and how often both did.
  package var marginals: [Int32: Marginal] {
    var result: [Int32: Marginal] = [:]
    for (cell, count) in counts {
      result[cell.row, default: Marginal()].row += count
      result[cell.column, default: Marginal()].column += count
      if cell.row == cell.column { result[cell.row, default: Marginal()].both += count }
    }
    return result
  }

  /// Uses of one category.
  package struct Marginal: Hashable, Sendable {
    package var row = 0
    package var column = 0
    package var both = 0

    package init() {}
  }
}

// MARK: - Codable

/// Written as a list of `[row, column, count]` by row, then column, so equal tables have equal bytes.
extension ContingencyTable: Codable {
  package init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var total = 0
    while !list.isAtEnd {
      let entry = try list.decode([Int].self)
      guard entry.count == 3, let row = Int32(exactly: entry[0]),
        let column = Int32(exactly: entry[1]), 1...Self.largestCount ~= entry[2],
        total < 1 << 53, counts.updateValue(entry[2], forKey: Cell(row: row, column: column)) == nil
      else {
        throw DecodingError.dataCorruptedError(
          in: list,
          debugDescription: "expected [row, column, count], each cell once, count at least 1"
        )
      }
      total += entry[2]
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for (cell, count) in sortedCells {
      try list.encode([Int(cell.row), Int(cell.column), count])
    }
  }

  /// No data set has more pairs; a state that says so is damaged.
  private static let largestCount = 1 << 48
}
