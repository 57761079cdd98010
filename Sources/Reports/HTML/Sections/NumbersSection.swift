import Findings

/// All numbers of a report that has few, as one table.
struct NumbersSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let report = page.report
    guard report.command == "recurrence" else { return nil }
    let summaries = Dictionary(
      report.definitions.map { ($0.id, $0.summary) },
      uniquingKeysWith: { first, _ in first }
    )
    let rows = report.metrics.map { record -> HTML in
      let part: HTML =
        record.slice == .overall
        ? "" : #"<br><span class="quiet">\#(record.slice.description)</span>"#
      return """
        <tr><th scope="row"><code>\(record.id)</code>\(part)</th>\(cells(record))\
        <td class="words">\(summaries[record.id] ?? "")</td></tr>
        """
    }
    let head = Cells.header([
      ("Number", false), ("Value", true), ("Interval", true), ("n", true), ("What it is", false),
    ])
    return PagePart(
      id: "numbers",
      title: "The numbers",
      body: Cells.table("All numbers of the report", isNamed: true, head, rows)
    )
  }

  private func cells(_ record: MetricRecord) -> HTML {
    guard let value = record.value else { return Cells.number(record) }
    let range =
      record.interval.map { "\(NumberText.short($0.low)) … \(NumberText.short($0.high))" } ?? ""
    return """
      <td class="n"><b>\(NumberText.short(value))</b></td><td class="n quiet">\(range)</td>\
      <td class="n">\(NumberText.grouped(record.n ?? 0))</td>
      """
  }
}
