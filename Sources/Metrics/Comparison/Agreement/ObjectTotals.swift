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
      last.note(cell, in: &overall)
      overall.add(cell, isOfA: true, isOfB: true)
      let (a, b) = (Int(cell.a), Int(cell.b))
      if cell.a != Self.missing {
        lasts[a].note(cell, in: &byCategory[a])
        byCategory[a].add(cell, isOfA: true, isOfB: cell.agrees)
      }
      if cell.b != Self.missing && !cell.agrees {
        lasts[b].note(cell, in: &byCategory[b])
        byCategory[b].add(cell, isOfA: false, isOfB: true)
      }
    }
    return (overall, byCategory)
  }
}

extension ObjectTotals {
  /// Adds a cell, seen from the sides whose object is of this category.
  fileprivate mutating func add(_ cell: CategoryCells.Cell, isOfA: Bool, isOfB: Bool) {
    let count = Int(cell.count)
    guard !cell.isMatched else {
      if cell.agrees { agreed += count } else { mismatched += count }
      if isOfA { objects.a += count }
      if isOfB { objects.b += count }
      return
    }
    if isOfA && cell.a != CategoryCells.missing {
      objects.a += count
      unmatched.a += count
    }
    if isOfB && cell.b != CategoryCells.missing {
      objects.b += count
      unmatched.b += count
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
