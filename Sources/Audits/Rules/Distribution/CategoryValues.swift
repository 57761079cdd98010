import Annotations

/// A number of each annotation of a declared category, category by category.
struct CategoryValues {
  /// Rows of the annotation table, ascending in each group.
  private(set) var rows: [Int32]
  /// The number of the annotation in the same place of `rows`.
  private(set) var values: [Double]
  /// Where each category stands in both, by row of the category table.
  private(set) var groups: [Range<Int>] = []

  /// Leaves out the annotations that have no `value`.
  init(in dataset: Dataset, value: (_ row: Int) -> Double?) {
    let categories = dataset.annotations.categories
    let counts = dataset.annotationsPerCategory
    let total = counts.reduce(0, +)
    rows = [Int32](repeating: 0, count: total)
    values = [Double](repeating: 0, count: total)
    var ends: [Int] = []
    var start = 0
    for count in counts {
      ends.append(start)
      start += count
    }
    let starts = ends
    for row in categories.indices where categories[row] >= 0 {
      guard let value = value(row) else { continue }
      let place = ends[Int(categories[row])]
      rows[place] = Int32(row)
      values[place] = value
      ends[Int(categories[row])] = place + 1
    }
    groups = zip(starts, ends).map { $0..<$1 }
  }
}
