import Findings

/// Attributes of matched objects beside their boxes.
struct AttributesSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let (report, index) = (page.report, page.index)
    let names = report.metrics.filter {
      $0.id == "attribute-agreement" && $0.slice.values.count == 1
    }
    .compactMap { $0.slice[.attribute] }
    guard !names.isEmpty else { return nil }
    let rows = names.map { name -> HTML in
      let slice: [SliceKey: String] = [.attribute: name]
      let difference = index("attribute-minus-iou", slice).flatMap { CoefficientText($0) }
      return """
        <tr><th scope="row">\(name)</th>\(Cells.number(index("attribute-agreement", slice)))\
        <td class="n">\(fixed(index("attribute-kappa", slice)))</td>\
        <td class="n">\(percent(index("attribute-coverage", [.attribute: name, .annotator: "a"])))</td>\
        <td class="n">\(percent(index("attribute-coverage", [.attribute: name, .annotator: "b"])))</td>\
        <td class="n">\(fixed(index("attribute-iou-share", slice)))</td>\
        <td class="n">\(difference?.value ?? "–")</td>\
        <td class="n quiet">\(difference?.range ?? "")</td></tr>
        """
    }
    let head = Cells.header([
      ("Attribute", false), ("Agreement", true), ("Interval", true), ("Pairs", true), ("κ", true),
      ("Given by A", true), ("by B", true), ("IoU ≥ .75", true), ("Difference", true),
      ("Interval", true),
    ])
    return PagePart(
      id: "attributes",
      title: "Attributes against boxes",
      body: """
        <p>On matched pairs of the same category. Beside each attribute stands the share of the same pairs \
        whose boxes reach an IoU of .75, and the difference: above 0, they agree better on the attribute \
        than on the box.</p>
        \(Cells.table("Agreement of each attribute, and of the boxes of the same pairs", head, rows))
        """
    )
  }

  private func fixed(_ record: MetricRecord?) -> String {
    record?.value.map { NumberText.fixed($0) } ?? "–"
  }

  private func percent(_ record: MetricRecord?) -> String {
    record?.value.map(NumberText.percent) ?? "–"
  }
}
