/// A small table of counts as a drawing that stands on its own; a cell is as full as its share of its row.
package struct TableDrawing: Sendable {
  private let title: String
  private let columns: [String]
  private let rows: [(name: String, counts: [Int])]

  private static let (left, top, cellWidth, cellHeight) = (150.0, 70.0, 150.0, 64.0)

  /// - Precondition: Each row has as many counts as there are columns.
  package init(title: String, columns: [String], rows: [(name: String, counts: [Int])]) {
    precondition(rows.allSatisfy { $0.counts.count == columns.count }, "a full table")
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The text of an SVG file.
  package var svg: String {
    let width = Self.left + Self.cellWidth * Double(columns.count) + 16
    let height = Self.top + Self.cellHeight * Double(rows.count) + 16
    let names = columns.enumerated().map { index, name -> HTML in
      let x = Self.left + (Double(index) + 0.5) * Self.cellWidth
      return "<text x=\"\(x)\" y=\"\(Self.top - 10)\" text-anchor=\"middle\">\(name)</text>"
    }
    let drawing: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="\(title)">
      <title>\(title)</title>
      \(DrawingStyle.element)
      <rect class="paper" width="\(width)" height="\(height)"/>
      <text class="title" x="16" y="26">\(title)</text>
      \(HTML.joined(names + rows.enumerated().map(row)))</svg>

      """
    return drawing.markup
  }

  private func row(_ index: Int, _ row: (name: String, counts: [Int])) -> HTML {
    let y = Self.top + Double(index) * Self.cellHeight
    let total = row.counts.reduce(0, +)
    let cells = row.counts.enumerated().map { column, count -> HTML in
      let x = Self.left + Double(column) * Self.cellWidth
      // A row of nothing has no shares; its cells stay empty.
      let share = total > 0 ? Double(count) / Double(total) : 0
      let percent = total > 0 ? NumberText.percent(share) : "–"
      return """
        <rect class="cell" x="\(x)" y="\(y)" width="\(Self.cellWidth)" height="\(Self.cellHeight)" \
        fill-opacity="\(share)"/>\
        <text class="count" x="\(x + Self.cellWidth / 2)" y="\(y + 30)" text-anchor="middle">\
        \(NumberText.grouped(count))</text>\
        <text x="\(x + Self.cellWidth / 2)" y="\(y + 48)" text-anchor="middle">\(percent)</text>
        """
    }
    let name: HTML = """
      <text x="\(Self.left - 10)" y="\(y + Self.cellHeight / 2 + 4)" text-anchor="end">\(row.name)</text>
      """
    return name + HTML.joined(cells)
  }
}
