import Findings

/// What promises of IoU leave objects in pixels, by size and category.
struct ToleranceSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let table = ToleranceTable(page.report, page.index)
    guard !table.rows.isEmpty else { return nil }
    let head =
      [("Part", false), ("Objects", true)]
      + table.tiers.flatMap { tier in
        let name = ToleranceTable.name(tier)
        return [(name.isEmpty ? tier : "\(name) \(tier)", true), ("below 1 px", true)]
      }
    let rows = table.rows.map { row -> HTML in
      let cells = table.tiers.map { cell(table, row, $0) }
      return """
        <tr><th scope="row">\(row.name)</th>\(Cells.count(row.n))\(HTML.joined(cells))</tr>
        """
    }
    return PagePart(
      id: "tolerance",
      title: "What a promise of IoU leaves in pixels",
      body: """
        <p>How far every edge of a box may lie outside its place for the median object, and the share of \
        objects for which that is less than a pixel: nobody can draw these as promised. A box that cuts its \
        object, or lies beside it, has less room still.</p>
        \(Cells.table("Room for an edge", isNamed: true, Cells.header(head), rows))
        """
    )
  }

  private func cell(
    _ table: ToleranceTable,
    _ row: ToleranceTable.Row,
    _ tier: String
  ) -> HTML {
    guard let median = table.median(row, tier)?.value,
      let share = table.belowPixel(row, tier)?.value
    else { return #"<td class="quiet" colspan="2">–</td>"# }
    return """
      <td class="n">\(NumberText.fixed(median, decimals: 1)) px</td>\
      <td class="n"><b>\(NumberText.percent(share))</b></td>
      """
  }
}
