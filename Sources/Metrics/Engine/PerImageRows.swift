import Statistics

/// Rows of a sufficient statistic, sorted; what a bootstrap over images draws from.
///
/// Rows start with the image they belong to, so the states of parts that are cut between images
/// merge into the same rows whatever the order.
package struct PerImageRows<Row>: Mergeable, Codable, Equatable
where Row: Codable & Comparable & Sendable {
  package private(set) var rows: [Row] = []

  package init() {}

  package mutating func append(_ row: Row) {
    if let last = rows.last, row < last { insert(row) } else { rows.append(row) }
  }

  package mutating func merge(_ other: Self) {
    guard let last = rows.last, let first = other.rows.first, first < last else {
      rows.append(contentsOf: other.rows)
      return
    }
    rows = (rows + other.rows).sorted()
  }

  private mutating func insert(_ row: Row) {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if row < rows[middle] { high = middle } else { low = middle + 1 }
    }
    rows.insert(row, at: low)
  }
}
