package import Statistics

/// How often, in each image, an object that A called one category was called another by B.
///
/// Everything about counts and categories follows from it: matched and missing objects, dice, κ, α
/// and the confusion table, overall or under a bootstrap over images.
package struct CategoryCells: Mergeable, Codable, Equatable {
  package private(set) var cells = PerImageRows<Cell>()
  /// Images that both looked at and found empty, by position.
  package private(set) var emptyImages = PerImageRows<Int32>()

  /// Stands for a category where a side has no object.
  package static let missing: Int32 = -1

  package struct Cell: Hashable, Comparable, Codable, Sendable {
    package var image: Int32
    /// Category code, or `missing`.
    package var a: Int32
    /// Category code, or `missing`.
    package var b: Int32
    package var count: Int32

    package static func < (lhs: Cell, rhs: Cell) -> Bool {
      (lhs.image, lhs.a, lhs.b, lhs.count) < (rhs.image, rhs.a, rhs.b, rhs.count)
    }

    package var isMatched: Bool { a != CategoryCells.missing && b != CategoryCells.missing }
    package var agrees: Bool { a == b }
  }

  package init() {}

  package mutating func add(_ image: ComparedImage) {
    let position = Int32(image.index)
    if image.unionCount == 0 {
      emptyImages.append(position)
      return
    }
    var pairs: [Sides<Int32>] = image.pairs.map(\.categories)
    pairs += image.unmatched.a.map { Sides(a: $0.category, b: Self.missing) }
    pairs += image.unmatched.b.map { Sides(a: Self.missing, b: $0.category) }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }

    var index = 0
    while index < pairs.count {
      let start = index
      while index < pairs.count, pairs[index] == pairs[start] { index += 1 }
      let pair = pairs[start]
      cells.append(Cell(image: position, a: pair.a, b: pair.b, count: Int32(index - start)))
    }
  }

  package mutating func merge(_ other: CategoryCells) {
    cells.merge(other.cells)
    emptyImages.merge(other.emptyImages)
  }
}

extension CategoryCells {
  /// The cells of all images in one table; `missing` is a category of it.
  package var table: ContingencyTable {
    var table = ContingencyTable()
    for cell in cells.rows { table.add(row: cell.a, column: cell.b, count: Int(cell.count)) }
    return table
  }

  /// The table of matched pairs alone.
  package var matchedTable: ContingencyTable {
    var table = ContingencyTable()
    for cell in cells.rows where cell.isMatched {
      table.add(row: cell.a, column: cell.b, count: Int(cell.count))
    }
    return table
  }
}
