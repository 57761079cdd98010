import Findings

/// Agreement and IoU of each category, the worst first.
struct CategorySection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard index("dice") != nil else { return "" }
    let rows = worstFirst(index)
    let enough = rows.filter { ($0.dice?.n ?? 0) >= Self.smallN }
    let few = rows.filter { ($0.dice?.n ?? 0) < Self.smallN }
    let chart = IoUDistributionChart(index)
    return """
      <section><h2>Categories</h2>
      <p>The worst agreement first. The bar shows the IoU of matched pairs: from the 5th to the 90th \
      percentile, the middle half shaded, the median marked; lines at .5, .75 and .9.</p>
      \(table(enough.map { row($0.category, $0.dice, index, chart) }))
      \(few.isEmpty ? "" : rest(few, index, chart))</section>
      """
  }

  /// Undefined agreement last; among equals the larger category first.
  private func worstFirst(_ index: ReportIndex) -> [(category: String, dice: MetricRecord?)] {
    let rows = index.categories.map { (category: $0, dice: index("dice", [.category: $0])) }
    return rows.sorted { lhs, rhs in
      let values = (lhs.dice?.value ?? 2, rhs.dice?.value ?? 2)
      if values.0 != values.1 { return values.0 < values.1 }
      let counts = (lhs.dice?.n ?? 0, rhs.dice?.n ?? 0)
      return counts.0 != counts.1 ? counts.0 > counts.1 : lhs.category < rhs.category
    }
  }

  /// With fewer objects than this on both sides together, a category says little.
  private static let smallN = 20

  private func rest(
    _ rows: [(category: String, dice: MetricRecord?)],
    _ index: ReportIndex,
    _ chart: IoUDistributionChart
  ) -> HTML {
    """
    <details><summary>\(NumberText.counted(rows.count, "category", plural: "categories")) with fewer than \(Self.smallN) objects</summary>\
    \(table(rows.map { row($0.category, $0.dice, index, chart) }))</details>
    """
  }

  private func table(_ rows: [HTML]) -> HTML {
    guard !rows.isEmpty else { return "" }
    return """
      <div class="scroll"><table>\(Cells.header([
        ("Category", false), ("Dice", true), ("Interval", true), ("n", true), ("κ", true),
        ("IoU of pairs", false), ("Mean IoU", true), ("Pairs", true),
        ("Missing in A", true), ("in B", true),
      ]))<tbody>\(HTML.joined(rows))<tr><td colspan="5"></td>\
      <td class="chart">\(IoUDistributionChart.axis)</td><td colspan="4"></td></tr></tbody></table></div>
      """
  }

  private func row(
    _ category: String,
    _ dice: MetricRecord?,
    _ index: ReportIndex,
    _ chart: IoUDistributionChart
  ) -> HTML {
    let slice: [SliceKey: String] = [.category: category]
    let iou = index("iou-mean", slice)
    func missing(_ side: String) -> String {
      index.value("missing-rate", [.category: category, .annotator: side])
        .map(NumberText.percent) ?? "–"
    }
    return """
      <tr><th scope="row">\(category)</th>\(Cells.number(dice))\
      <td class="n">\(index.value("cohen-kappa", slice).map { NumberText.fixed($0) } ?? "–")</td>\
      <td class="chart">\(chart.svg(slice))</td>\
      <td class="n">\(iou?.value.map { NumberText.fixed($0) } ?? "–")</td>\
      <td class="n">\(iou?.n.map(NumberText.grouped) ?? "0")</td>\
      <td class="n">\(missing("a"))</td><td class="n">\(missing("b"))</td></tr>
      """
  }
}
