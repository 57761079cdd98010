import Statistics

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

  package mutating func add(_ images: ComparedImages) {
    // Both categories of an object in one number, which sorts as they do.
    var meetings: [UInt64] = []
    func note(_ a: Int32, _ b: Int32) {
      meetings.append(UInt64(UInt32(a + 1)) << 32 | UInt64(UInt32(b + 1)))
    }
    for image in images.indices {
      meetings.removeAll(keepingCapacity: true)
      for pair in images.pairs[images.pairs(of: image)] {
        note(pair.categories.a, pair.categories.b)
      }
      for object in images.unmatched.a[images.unmatched(of: image, on: .a)] {
        note(object.category, Self.missing)
      }
      for object in images.unmatched.b[images.unmatched(of: image, on: .b)] {
        note(Self.missing, object.category)
      }
      meetings.sort()
      add(meetings, image: Int32(images.index(of: image)))
    }
  }

  /// `meetings`: Of one image, ascending.
  private mutating func add(_ meetings: [UInt64], image: Int32) {
    guard !meetings.isEmpty else { return emptyImages.append(image) }
    var start = 0
    while start < meetings.count {
      let meeting = meetings[start]
      let end = meetings[start...].firstIndex { $0 != meeting } ?? meetings.count
      cells.append(
        Cell(
          image: image,
          a: Int32(meeting >> 32) - 1,
          b: Int32(meeting & 0xffff_ffff) - 1,
          count: Int32(end - start)
        )
      )
      start = end
    }
  }

  package mutating func merge(_ other: CategoryCells) {
    cells.merge(other.cells)
    emptyImages.merge(other.emptyImages)
  }
}
