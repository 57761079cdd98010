import Findings

/// What became of the defects of a delivery that was sent back, all and by rule.
struct ReworkSection: PageSection {
  private static let columns = [
    ("rework-fixed", "Fixed"), ("rework-still-wrong", "Still wrong"),
    ("rework-untouched", "Untouched"), ("rework-newly-broken", "Newly broken"),
  ]

  func part(of page: ReportPage) -> PagePart? {
    let index = page.index
    guard index("rework-fixed") != nil else { return nil }
    let rules = page.report.metrics.filter { $0.id == "rework-fixed" }
      .compactMap { $0.slice[.rule] }
    let rows = [row("all", [:], index)] + rules.map { row($0, [.rule: $0], index) }
    let head = Cells.header(
      [("Rule", false), ("Before", true)] + Self.columns.map { ($0.1, true) }
        + [("Rate", true), ("Interval", true), ("n", true)]
    )
    return PagePart(
      id: "rework",
      title: "What became of the defects",
      body: """
        <p>Still wrong: changed, and wrong in the same way. The rate is what was left or newly made wrong, \
        by the defects before.</p>
        \(Cells.table("Defects by rule", isNamed: true, head, rows))
        """
    )
  }

  private func row(_ name: String, _ slice: [SliceKey: String], _ index: ReportIndex) -> HTML {
    let counts = Self.columns.map { id, _ in
      Cells.count(index.value(id, slice).flatMap { Int(exactly: $0) } ?? 0)
    }
    let before = index("rework-fixed", slice)?.n ?? 0
    return """
      <tr><th scope="row">\(name)</th>\(Cells.count(before))\(HTML.joined(counts))\
      \(Cells.number(index("rework-defect-rate", slice)))</tr>
      """
  }
}
