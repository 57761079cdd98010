import Statistics

/// Rows of a sufficient statistic, sorted; what a bootstrap over images draws from.
///
/// Rows start with the image they belong to, so the states of parts that are cut between images
/// merge into the same rows whatever the order.
package struct PerImageRows<Row>: Mergeable, Codable, Equatable
where Row: Codable & Comparable & Sendable {
  package private(set) var rows: [Row] = []

  package init() {}

  /// Makes room for so many more rows.
  package mutating func reserve(_ more: Int) {
    // Exact room again and again would copy all rows each time.
    if rows.isEmpty { rows.reserveCapacity(more) }
  }

  /// Adds a row where it belongs; most belong behind the last one, or a few places before.
  package mutating func append(_ row: Row) {
    rows.append(row)
    var place = rows.count - 1
    while place > 0, row < rows[place - 1] {
      rows[place] = rows[place - 1]
      place -= 1
    }
    rows[place] = row
  }

  package mutating func merge(_ other: Self) {
    guard let last = rows.last, let first = other.rows.first, first < last else {
      rows.append(contentsOf: other.rows)
      return
    }
    rows = (rows + other.rows).sorted()
  }
}
