import Findings

/// Where more than two annotators agree: by category, the worst first, and by what the images hold.
struct PanelPartsSection: PageSection {
  /// With fewer objects than this on all sides together, a category says little.
  private static let smallN = 20

  private static let properties: [(key: SliceKey, name: String)] = [
    (.complexity, "Complexity of the scene"), (.size, "Size of the object"),
    (.crowding, "Crowding"), (.categories, "Categories in the image"), (.scene, "Scene"),
    (.split, "Split"),
  ]

  func part(of page: ReportPage) -> PagePart? {
    guard page.index("clusters") != nil else { return nil }
    let tables =
      [categories(page)]
      + Self.properties.map { property in
        let slices = values(of: property.key, page).map { [property.key: $0] }
        return table(property.name, property.key, slices, page.index)
      }
    let found = tables.compactMap { $0 }
    guard !found.isEmpty else { return nil }
    return PagePart(
      id: "panel-parts",
      title: "Where they agree",
      body: """
        <p>Dice is the share of objects found by two with the same category, over all pairs; α is the same beyond \
        chance. Of a category α is of the objects that anybody called so: since whatever all called otherwise is left \
        out, it lies far below dice and serves to rank categories. Where objects stand in fewer than five images \
        there is no interval.</p>
        \(HTML.joined(found))
        """
    )
  }

  private func categories(_ page: ReportPage) -> HTML? {
    let index = page.index
    let large = index.categories.compactMap { name in
      index("dice", [.category: name]).flatMap { record in
        record.value.map { (name: name, value: $0, n: record.n ?? 0) }
      }
    }.filter { $0.n >= Self.smallN }
    let worst = large.sorted { ($0.value, -$0.n, $0.name) < ($1.value, -$1.n, $1.name) }
    return table("Category", .category, worst.map { [.category: $0.name] }, index)
  }

  /// The values of a property in the order of the report.
  private func values(of key: SliceKey, _ page: ReportPage) -> [String] {
    page.report.metrics.filter { $0.id == "dice" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[key] }
  }

  private func table(
    _ name: String,
    _ key: SliceKey,
    _ slices: [[SliceKey: String]],
    _ index: ReportIndex
  ) -> HTML? {
    guard !slices.isEmpty else { return nil }
    let rows = slices.map { slice -> HTML in
      """
      <tr><th scope="row">\(slice[key] ?? "")</th>\(Cells.number(index("dice", slice)))\
      \(Cells.number(index("alpha", slice)))</tr>
      """
    }
    let head = Cells.header([
      (name, false), ("Dice", true), ("Interval", true), ("Objects", true), ("α", true),
      ("Interval", true), ("Units", true),
    ])
    return """
      <h3>\(name)</h3>\(Cells.table("\(name): agreement of all annotators", isNamed: true, head, rows))
      """
  }
}
