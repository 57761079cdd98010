import Findings

/// Agreement and missing objects by what the images hold: complexity, size, crowding, scene, ….
struct PartsSection: PageSection {
  /// What a property is called, in the order of the page.
  private static let properties: [(key: SliceKey, name: String, text: String)] = [
    (
      .complexity, "Complexity of the scene",
      "How full a scene is, is counted over both sides, a matched pair once."
    ),
    (.size, "Size of the object", "By the area of its box, with COCO's limits of 32² and 96² px."),
    (.crowding, "Crowding", "The largest IoU of two objects of the same side in the image."),
    (.categories, "Categories in the image", "How many categories either side used."),
    (.visibility, "Visibility", "Objects that a side marked as occluded or truncated."),
    (.scene, "Scene", "As the files name it."),
    (.split, "Split", "As the files name it."),
  ]

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard index("dice") != nil else { return "" }
    let tables = Self.properties.compactMap { property -> HTML? in
      let values = values(of: property.key, report)
      guard !values.isEmpty else { return nil }
      return """
        <h3>\(property.name)</h3><p class="quiet">\(property.text)</p>
        \(table(property.key, property.name, values, index))
        """
    }
    guard !tables.isEmpty else { return "" }
    return """
      <section><h2>Where they agree, and what is missing</h2>
      <p>An object counts as missing on a side where only the other has it; which of the two is right \
      is not known without a reference. Lines on the bars are 95 % intervals.</p>
      \(HTML.joined(tables))</section>
      """
  }

  /// The values of a property that the report has numbers of, in its order.
  private func values(of key: SliceKey, _ report: AuditReport) -> [String] {
    report.metrics.filter { $0.id == "images" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[key] }
  }

  private func table(
    _ key: SliceKey,
    _ name: String,
    _ values: [String],
    _ index: ReportIndex
  ) -> HTML {
    let rows = values.map { value -> HTML in
      let slice: [SliceKey: String] = [key: value]
      func missing(_ side: String) -> HTML {
        let record = index("missing-rate", [key: value, .annotator: side])
        return """
          <td class="chart">\(ShareBar.svg(record))</td>\
          <td class="n">\(record?.value.map(NumberText.percent) ?? "–")</td>
          """
      }
      func number(_ id: String) -> HTML {
        #"<td class="n">\#(index.value(id, slice).map { NumberText.fixed($0) } ?? "–")</td>"#
      }
      return """
        <tr><th scope="row">\(value)</th>\(Cells.count(Int(index.value("images", slice) ?? 0)))\
        \(Cells.count(index("jaccard-any-category", slice)?.n ?? 0))\
        \(number("dice"))\(number("alpha"))\(number("iou-mean"))\
        \(missing("a"))\(missing("b"))</tr>
        """
    }
    return """
      <div class="scroll"><table>\(Cells.header([
        (name, false), ("Images", true), ("Objects", true), ("Dice", true), ("α", true),
        ("Mean IoU", true), ("Missing in A", false), ("", true), ("Missing in B", false), ("", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div>
      """
  }
}
