import Findings

/// What A and B called the same object, the most frequent disagreements first.
struct ConfusionSection: PageSection {
  /// Larger tables cannot be read; the CSV has them.
  private static let largestMatrix = 20
  private static let longestList = 25

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard let cells = report.confusion?.cells else { return "" }
    let mixed = cells.filter { $0.a != $0.b && $0.a != nil && $0.b != nil }
      .sorted { ($1.count, $0.a ?? "", $0.b ?? "") < ($0.count, $1.a ?? "", $1.b ?? "") }
    let names = Set(cells.compactMap(\.a) + cells.compactMap(\.b)).sorted()
    let isSmall = names.count <= Self.largestMatrix
    return """
      <section><h2>Confusion</h2>\(pairs(mixed))\
      \(isSmall ? matrix(cells, names) : "<p class=\"quiet\">The whole table of \(names.count) categories is in confusion.csv.</p>")\
      </section>
      """
  }

  private func pairs(_ mixed: [AuditReport.Confusion.Cell]) -> HTML {
    guard !mixed.isEmpty else {
      return "<p>No matched pair got two categories.</p>"
    }
    let rows = mixed.prefix(Self.longestList).map { cell -> HTML in
      "<tr><td>\(cell.a ?? "")</td><td>\(cell.b ?? "")</td>\(Cells.count(cell.count))</tr>"
    }
    let more: HTML =
      mixed.count > Self.longestList
      ? "<p class=\"quiet\">\(mixed.count - Self.longestList) more in confusion.csv.</p>" : ""
    return """
      <div class="scroll"><table><caption>Matched pairs with two categories, the most frequent first\
      </caption>\(Cells.header([("A says", false), ("B says", false), ("Pairs", true)]))\
      <tbody>\(HTML.joined(Array(rows)))</tbody></table></div>\(more)
      """
  }

  private func matrix(_ cells: [AuditReport.Confusion.Cell], _ names: [String]) -> HTML {
    let columns: [String?] = names.map { $0 } + [nil]
    let counts = Dictionary(
      cells.map { ([$0.a, $0.b], $0.count) },
      uniquingKeysWith: +
    )
    let header = columns.map { name -> HTML in #"<th scope="col">\#(name ?? "∅")</th>"# }
    let rows = columns.map { a -> HTML in
      let row = columns.map { b -> HTML in
        if a == nil && b == nil { return #"<td class="cell quiet">·</td>"# }
        let count = counts[[a, b]] ?? 0
        let kind = count == 0 ? "cell quiet" : (a == b ? "cell" : "cell warn")
        return #"<td class="\#(kind)">\#(count == 0 ? "·" : NumberText.grouped(count))</td>"#
      }
      return #"<tr><th scope="row">\#(a ?? "∅")</th>\#(HTML.joined(row))</tr>"#
    }
    return """
      <h3>The whole table</h3><div class="scroll"><table class="matrix"><caption>Rows: A, columns: B; \
      ∅ stands for an object that the other side does not have.</caption><thead><tr><td></td>\
      \(HTML.joined(header))</tr></thead><tbody>\(HTML.joined(rows))</tbody></table></div>
      """
  }
}
