import Findings

/// Agreement and IoU of each category, the worst first.
struct CategorySection: PageSection {
  /// With fewer objects than this on both sides together, a category says little.
  private static let smallN = 20

  func part(of page: ReportPage) -> PagePart? {
    guard page.index.isOfTwo, !page.index.categories.isEmpty else { return nil }
    let rows = worstFirst(page.index)
    let enough = rows.filter { ($0.dice?.n ?? 0) >= Self.smallN }
    let few = rows.filter { ($0.dice?.n ?? 0) < Self.smallN }
    let outcomes = ObjectOutcomes(page.report.confusion).byCategory
    func table(_ name: String, _ rows: [Row]) -> HTML {
      guard !rows.isEmpty else { return "" }
      return Cells.table(name, head, rows.map { row($0, page.index, outcomes[$0.category]) })
    }
    return PagePart(
      id: "categories",
      title: "Categories",
      body: """
        <p>The worst agreement first. What became of the objects: \(OutcomeBar.legend)</p>
        <p>IoU of matched pairs: from the 5th to the 90th percentile, the middle half shaded, the median marked; lines stand \
        at the tiers (\(tiers)). A category of few pairs has its median only. Where its objects stand in fewer than \
        five images there is no interval.</p>
        <p>α is of the objects that anybody called so: since whatever both called otherwise is left out, it lies far \
        below dice and serves to rank categories. κ tells the category from all others, in matched pairs alone.</p>
        \(table("Agreement of each category, the worst first", enough))\
        \(folded(few, table))
        """
    )
  }

  private var tiers: String {
    IoUDistributionChart.tiers.map { "\($0) \(NumberText.exact($1))" }.joined(separator: ", ")
  }

  private typealias Row = (category: String, dice: MetricRecord?)

  /// Undefined agreement last; among equals the larger category first.
  private func worstFirst(_ index: ReportIndex) -> [Row] {
    let rows = index.categories.map { (category: $0, dice: index("dice", [.category: $0])) }
    return rows.sorted { lhs, rhs in
      let values = (lhs.dice?.value ?? 2, rhs.dice?.value ?? 2)
      if values.0 != values.1 { return values.0 < values.1 }
      let counts = (lhs.dice?.n ?? 0, rhs.dice?.n ?? 0)
      return counts.0 != counts.1 ? counts.0 > counts.1 : lhs.category < rhs.category
    }
  }

  private func folded(_ rows: [Row], _ table: (String, [Row]) -> HTML) -> HTML {
    guard !rows.isEmpty else { return "" }
    let text = NumberText.counted(rows.count, "category", plural: "categories")
    return """
      <details><summary>\(text) with fewer than \(Self.smallN) objects</summary>\
      \(table("Categories with few objects", rows))</details>
      """
  }

  private var head: HTML {
    let scale: HTML = "IoU of pairs\(IoUDistributionChart.axis)"
    return Cells.header([
      ("Category", false), ("Dice", true), ("Interval", true), ("Objects", true), ("α", true),
      ("κ", true), ("What became of them", false), (scale, false), ("Mean IoU", true),
      ("Pairs", true), ("Not in A", true), ("Not in B", true),
    ])
  }

  private func row(_ row: Row, _ index: ReportIndex, _ outcome: OutcomeBar?) -> HTML {
    let slice: [SliceKey: String] = [.category: row.category]
    let iou = index("iou-mean", slice)
    func missing(_ side: String) -> HTML {
      Cells.plain(
        index("missing-rate", [.category: row.category, .annotator: side]),
        asPercent: true
      )
    }
    return """
      <tr><th scope="row">\(row.category)</th>\(Cells.number(row.dice))\
      \(Cells.plain(index("alpha", slice), decimals: 2))\
      \(Cells.plain(index("cohen-kappa", slice), decimals: 2))\
      <td class="chart">\(outcome?.svg ?? "")</td>\
      <td class="chart">\(IoUDistributionChart(index).svg(slice))</td>\
      \(Cells.plain(iou))\(Cells.count(iou?.n ?? 0))\(missing("a"))\(missing("b"))</tr>
      """
  }
}
