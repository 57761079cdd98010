import Findings

/// Agreement and missing objects by what the images hold: complexity, size, crowding, scene, ….
struct PartsSection: PageSection {
  private struct Property {
    var key: SliceKey
    var name: String
    var text: String
    /// Whether it is what most readers ask for.
    var isFirst = false
  }

  /// In the order of the page.
  private static let properties = [
    Property(
      key: .complexity,
      name: "Complexity of the scene",
      text: "How full a scene is, is counted over both sides, a matched pair once.",
      isFirst: true
    ),
    Property(
      key: .size,
      name: "Size of the object",
      text: "By the area of its box, with COCO's limits of 32² and 96² px.",
      isFirst: true
    ),
    Property(
      key: .crowding,
      name: "Crowding",
      text: "The largest IoU of two objects of the same side in the image."
    ),
    Property(
      key: .categories,
      name: "Categories in the image",
      text: "How many categories either side used."
    ),
    Property(
      key: .visibility,
      name: "Visibility",
      text: "Objects that a side marked as occluded or truncated."
    ),
    Property(key: .scene, name: "Scene", text: "As the files name it."),
    Property(key: .split, name: "Split", text: "As the files name it."),
  ]

  func part(of page: ReportPage) -> PagePart? {
    guard page.index.isOfTwo else { return nil }
    let tables = Self.properties.compactMap { property -> HTML? in
      let values = page.values(of: property.key)
      guard !values.isEmpty else { return nil }
      let table = table(property, values, page.index)
      return property.isFirst
        ? "<h3>\(property.name)</h3><p class=\"quiet\">\(property.text)</p>\(table)"
        : """
        <details><summary>\(property.name)</summary><p class="quiet">\(property.text)</p>\(table)</details>
        """
    }
    guard !tables.isEmpty else { return nil }
    return PagePart(
      id: "parts",
      title: "Where they agree, and what is missing",
      body: """
        <p>An object counts as missing on a side where only the other has it; which of the two is right \
        is not known without a reference. Lines on the bars are 95 % intervals.</p>
        \(HTML.joined(tables))\(MissingCells(page).html)
        """
    )
  }

  private func table(_ property: Property, _ values: [String], _ index: ReportIndex) -> HTML {
    let rows = values.map { value -> HTML in
      let slice: [SliceKey: String] = [property.key: value]
      func missing(_ side: String) -> HTML {
        let record = index("missing-rate", [property.key: value, .annotator: side])
        return """
          <td class="chart">\(ShareBar.svg(record))</td>\(Cells.plain(record, asPercent: true))
          """
      }
      return """
        <tr><th scope="row">\(value)</th>\(Cells.count(Int(index.value("images", slice) ?? 0)))\
        \(Cells.count(index("jaccard-any-category", slice)?.n ?? 0))\
        \(Cells.plain(index("dice", slice)))\(Cells.plain(index("alpha", slice)))\
        \(Cells.plain(index("iou-mean", slice)))\(missing("a"))\(missing("b"))</tr>
        """
    }
    let head = Cells.header([
      (property.name, false), ("Images", true), ("Objects", true), ("Dice", true), ("α", true),
      ("Mean IoU", true), ("Missing in A", false), ("%", true), ("Missing in B", false),
      ("%", true),
    ])
    return Cells.table("\(property.name): agreement and missing objects", isNamed: true, head, rows)
  }
}
