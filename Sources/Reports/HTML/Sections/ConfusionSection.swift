import Findings

/// What A and B called the same object, the most frequent disagreements first.
struct ConfusionSection: PageSection {
  /// Larger tables cannot be read; the CSV has them.
  private static let largestMatrix = 20
  private static let longestList = 25

  func part(of page: ReportPage) -> PagePart? {
    guard let cells = page.report.confusion?.cells, !cells.isEmpty else { return nil }
    let mixed = cells.filter { $0.a != $0.b && $0.a != nil && $0.b != nil }
      .sorted { ($1.count, $0.a ?? "", $0.b ?? "") < ($0.count, $1.a ?? "", $1.b ?? "") }
    let names = Set(cells.compactMap(\.a) + cells.compactMap(\.b)).sorted()
    let isSmall = names.count <= Self.largestMatrix
    return PagePart(
      id: "confusion",
      title: "Confusion",
      body: """
        \(pairs(mixed, page))\
        \(isSmall ? matrix(cells, names) : "<p>The whole table of \(names.count) categories is in \(page.table("confusion.csv")).</p>")
        """
    )
  }

  private func pairs(_ mixed: [AuditReport.Confusion.Cell], _ page: ReportPage) -> HTML {
    guard !mixed.isEmpty else { return "<p>No matched pair got two categories.</p>" }
    let outcomes = ObjectOutcomes(page.report.confusion).byCategory
    let examples = page.report.findings.items.filter { $0.rule == "category-disagreement" }
    let rows = mixed.prefix(Self.longestList).map { cell -> HTML in
      let (a, b) = (cell.a ?? "", cell.b ?? "")
      let example = examples.first {
        $0.category == a && $0.message.hasPrefix("A says '\(a)', B says '\(b)' ")
      }
      return """
        <tr><th scope="row">\(a)</th><td>\(b)</td>\(Cells.count(cell.count))\
        \(Cells.count(outcomes[a]?.total ?? 0))\(Cells.count(outcomes[b]?.total ?? 0))\
        <td>\(example.map(self.example) ?? "")</td></tr>
        """
    }
    let more: HTML =
      mixed.count > Self.longestList
      ? "<p>\(mixed.count - Self.longestList) more are in \(page.table("confusion.csv")).</p>" : ""
    let head = Cells.header([
      ("A says", false), ("B says", false), ("Pairs", true), ("Objects of the 1st", true),
      ("of the 2nd", true), ("Example, A's box solid", false),
    ])
    return """
      \(Cells.table("Matched pairs with two categories, the most frequent first", head, rows))\(more)
      """
  }

  private func example(_ finding: Finding) -> HTML {
    let subject = [finding.image, finding.annotation.map { "annotation \($0)" }].compactMap { $0 }
    return """
      \(BoxDrawing.svg(finding))<span class="quiet">\(subject.joined(separator: " · "))</span>
      """
  }

  private func matrix(_ cells: [AuditReport.Confusion.Cell], _ names: [String]) -> HTML {
    let columns: [String?] = names.map { $0 } + [nil]
    let counts = Dictionary(cells.map { ([$0.a, $0.b], $0.count) }, uniquingKeysWith: +)
    let header = columns.map { name -> HTML in
      #"<th scope="col" class="n">\#(name ?? "nothing")</th>"#
    }
    let rows = columns.map { a -> HTML in
      let row = columns.map { b -> HTML in
        if a == nil && b == nil { return #"<td class="cell quiet">–</td>"# }
        let count = counts[[a, b]] ?? 0
        let kind: HTML = count == 0 ? "cell quiet" : (a == b ? "cell" : "cell warn")
        return #"<td class="\#(kind)">\#(NumberText.grouped(count))</td>"#
      }
      return #"<tr><th scope="row">\#(a ?? "nothing")</th>\#(HTML.joined(row))</tr>"#
    }
    return """
      <h3>The whole table</h3>
      \(Cells.table("Rows: what A drew; columns: what B drew; 'nothing' where the other side has no object", style: "matrix", "<thead><tr><th scope=\"col\">A \\ B</th>\(HTML.joined(header))</tr></thead>", rows))
      """
  }
}
