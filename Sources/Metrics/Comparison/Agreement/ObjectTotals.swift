/// Counts of objects in one category, or in all.
struct ObjectTotals: Hashable {
  /// Matched pairs of the same category.
  var agreed = 0
  /// Matched pairs of two categories, of which one is this.
  var mismatched = 0
  var objects = Sides(a: 0, b: 0)
  var unmatched = Sides(a: 0, b: 0)
  /// Images with such an object on either side.
  var images = 0
  /// Images with a matched pair in which a side used this category.
  var matchedImages = 0

  /// Matched pairs in which a side used this category.
  var matched: Int { agreed + mismatched }
  /// Objects of both sides, a matched pair counted once.
  var union: Int { matched + unmatched.a + unmatched.b }
}

extension CategoryCells {
  /// The totals of all objects, and of each category that was used, by category code.
  func totals(categories: Int) -> (overall: ObjectTotals, byCategory: [ObjectTotals]) {
    var overall = ObjectTotals()
    var byCategory = [ObjectTotals](repeating: ObjectTotals(), count: categories)
    var (last, lasts) = (LastImages(), [LastImages](repeating: LastImages(), count: categories))
    for cell in cells.rows {
      let count = Int(cell.count)
      last.note(cell, in: &overall)
      for side in Side.allCases {
        let category = side == .a ? cell.a : cell.b
        guard category != Self.missing else { continue }
        lasts[Int(category)].note(cell, in: &byCategory[Int(category)])
      }
      overall.add(cell, count, on: Side.allCases)
      if cell.agrees {
        byCategory[Int(cell.a)].add(cell, count, on: Side.allCases)
      } else {
        if cell.a != Self.missing { byCategory[Int(cell.a)].add(cell, count, on: [.a]) }
        if cell.b != Self.missing { byCategory[Int(cell.b)].add(cell, count, on: [.b]) }
      }
    }
    return (overall, byCategory)
  }
}

extension ObjectTotals {
  /// Adds a cell, seen from the sides whose object is of this category.
  fileprivate mutating func add(_ cell: CategoryCells.Cell, _ count: Int, on sides: [Side]) {
    if cell.isMatched {
      if cell.agrees { agreed += count } else { mismatched += count }
    }
    for side in sides {
      let own = side == .a ? cell.a : cell.b
      guard own != CategoryCells.missing else { continue }
      objects[side] += count
      if !cell.isMatched { unmatched[side] += count }
    }
  }
}

/// The images that were counted last, as cells come image by image.
private struct LastImages {
  private var any: Int32 = -1
  private var matched: Int32 = -1

  mutating func note(_ cell: CategoryCells.Cell, in totals: inout ObjectTotals) {
    if any != cell.image { totals.images += 1 }
    any = cell.image
    guard cell.isMatched else { return }
    if matched != cell.image { totals.matchedImages += 1 }
    matched = cell.image
  }
}
