/// Columns of text on a terminal.
package enum AlignedText {
  /// Rows with columns as wide as their longest cell, two spaces apart, and no space at the end.
  ///
  /// Every row must have as many cells as the first.
  package static func lines(_ rows: [[String]], toTheRight: Set<Int> = []) -> [String] {
    guard let columns = rows.first?.count else { return [] }
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return toTheRight.contains(column) ? space + cell : cell + space
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
