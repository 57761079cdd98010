import Findings

/// What a side misses most: which category, and in what images and of what size it is missing.
struct MissingCells {
  private let page: ReportPage

  private static let shown = 12
  /// Fewer missing objects are an accident.
  private static let fewest = 3

  init(_ page: ReportPage) { self.page = page }

  private struct Cell {
    var side: String
    var category: String
    var missing: Int
    var record: MetricRecord
  }

  /// Empty where no side misses more than a few of a category.
  var html: HTML {
    let worst = cells.sorted { lhs, rhs in
      lhs.missing != rhs.missing
        ? lhs.missing > rhs.missing : (lhs.category, lhs.side) < (rhs.category, rhs.side)
    }.prefix(Self.shown)
    guard !worst.isEmpty else { return "" }
    let head = Cells.header([
      ("Category", false), ("Missing in", false), ("Objects", true), ("Share", true),
      ("Interval", true), ("of", true), ("Most in images with", false), ("Most of size", false),
    ])
    return """
      <h3>The largest gaps</h3>
      \(Cells.table("Categories of which a side misses the most objects", head, worst.map(row)))
      """
  }

  private func row(_ cell: Cell) -> HTML {
    """
    <tr><th scope="row">\(cell.category)</th><td>\(page.name(cell.side))</td>\
    \(Cells.count(cell.missing))\(Cells.number(cell.record, asPercent: true))\
    <td>\(most(cell, .complexity, after: " objects"))</td><td>\(most(cell, .size))</td></tr>
    """
  }

  private var cells: [Cell] {
    page.report.metrics.compactMap { record in
      guard record.slice.values.count == 2, let side = record.slice[.annotator],
        let category = record.slice[.category], let missing = Self.missing(record),
        missing >= Self.fewest
      else { return nil }
      return Cell(side: side, category: category, missing: missing, record: record)
    }
  }

  /// The part of the data with most of the missing objects, and how many these are.
  private func most(_ cell: Cell, _ key: SliceKey, after: String = "") -> String {
    let parts = page.values(of: key).compactMap { value in
      page.index(
        "missing-rate",
        [.annotator: cell.side, .category: cell.category, key: value]
      ).flatMap(Self.missing).map { (value: value, missing: $0) }
    }
    guard let most = parts.max(by: { $0.missing < $1.missing }), most.missing > 0 else {
      return "–"
    }
    return "\(most.value)\(after): \(NumberText.grouped(most.missing))"
  }

  /// How many objects a missing rate counts.
  private static func missing(_ record: MetricRecord) -> Int? {
    guard record.id == "missing-rate", case .number(let share, let n, _) = record.outcome else {
      return nil
    }
    return Int(exactly: (share * Double(n)).rounded())
  }
}
