/// Rows by category, those of one category in the order that they had.
struct CategoryBuckets<Row> {
  private let rows: [Row]
  /// Where the rows of each category start; one more than categories.
  private let starts: [Int]

  /// `category`: The code of a row's category, in `0..<categories`.
  init(_ rows: [Row], _ categories: Int, category: (Row) -> Int32) {
    self.init(rows, categories, category: category) { $0 }
  }

  /// What is kept of the rows.
  ///
  /// `category`: The code of a row's category, in `0..<categories`.
  init<Whole>(
    _ rows: [Whole],
    _ categories: Int,
    category: (Whole) -> Int32,
    keeping part: (Whole) -> Row
  ) {
    var starts = [Int](repeating: 0, count: categories + 1)
    for row in rows { starts[Int(category(row)) + 1] += 1 }
    for code in 0..<categories { starts[code + 1] += starts[code] }
    var (next, placed) = (starts, rows.map(part))
    for row in rows {
      let code = Int(category(row))
      placed[next[code]] = part(row)
      next[code] += 1
    }
    self.rows = placed
    self.starts = starts
  }

  subscript(category: Int) -> ArraySlice<Row> {
    rows[starts[category]..<starts[category + 1]]
  }
}
