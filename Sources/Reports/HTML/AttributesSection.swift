import Findings

/// Attributes of matched objects, and keypoints, beside the boxes.
struct AttributesSection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    attributes(report, index) + keypoints(report, index)
  }

  private func attributes(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    let names = report.metrics.filter {
      $0.id == "attribute-agreement" && $0.slice.values.count == 1
    }
    .compactMap { $0.slice[.attribute] }
    guard !names.isEmpty else { return "" }
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
    return """
      <section><h2>Attributes</h2>
      <p>On matched pairs of the same category. Beside each attribute stands the share of the same pairs \
      whose boxes reach an IoU of .75, and the difference: above 0, they agree better on the attribute \
      than on the box.</p>
      <div class="scroll"><table>\(Cells.header([
        ("Attribute", false), ("Agreement", true), ("Interval", true), ("Pairs", true), ("κ", true),
        ("Given by A", true), ("by B", true), ("IoU ≥ .75", true), ("Difference", true),
        ("Interval", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div></section>
      """
  }

  private func keypoints(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    let names = report.metrics.filter { $0.id == "keypoint-error" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.keypoint] }
    guard !names.isEmpty else { return "" }
    let rows = names.map { name -> HTML in
      let slice: [SliceKey: String] = [.keypoint: name]
      return """
        <tr><th scope="row">\(name)</th>\(Cells.number(index("keypoint-error", slice)))\
        <td class="n">\(percent(index("keypoint-visibility-agreement", slice)))</td>\
        <td class="n">\(percent(index("keypoint-labelled-by-one", slice)))</td></tr>
        """
    }
    return """
      <section><h2>Keypoints</h2>
      <p>The error is the distance of the two annotators' points as a share of √area of the object.</p>
      <div class="scroll"><table>\(Cells.header([
        ("Keypoint", false), ("Error", true), ("Interval", true), ("n", true),
        ("Same visibility", true), ("Labelled by one", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div></section>
      """
  }

  private func fixed(_ record: MetricRecord?) -> String {
    record?.value.map { NumberText.fixed($0) } ?? "–"
  }

  private func percent(_ record: MetricRecord?) -> String {
    record?.value.map(NumberText.percent) ?? "–"
  }
}
