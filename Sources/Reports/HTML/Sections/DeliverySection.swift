import Findings

/// What was read, and what was left out.
struct DeliverySection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let report = page.report
    guard !report.inputs.isEmpty else { return nil }
    let rows = report.inputs.map { input -> HTML in
      """
      <tr><th scope="row">\(input.role == "dataset" ? "" : input.role.uppercased() + ": ")\
      \(input.name)</th><td>\(input.format.uppercased()), \(input.detected)</td>\
      \(Cells.count(input.images))\(Cells.count(input.annotations))\
      \(Cells.count(input.categories))\(Cells.count(input.quarantined))</tr>
      """
    }
    let head = Cells.header([
      ("Data set", false), ("Format", false), ("Images", true), ("Annotations", true),
      ("Categories", true), ("Unusable records", true),
    ])
    return PagePart(
      id: "delivered",
      title: "What was delivered",
      body: """
        \(Cells.table("Data sets that were read", isNamed: true, head, rows))<p>\(compared(report))\(leftOut(report))</p>\(vectors(report))
        """
    )
  }

  private func compared(_ report: AuditReport) -> HTML {
    report.excluded["images-compared"].map {
      "\(NumberText.grouped($0)) images were compared. "
    } ?? ""
  }

  private func leftOut(_ report: AuditReport) -> HTML {
    let left = report.excluded.filter { $0.value > 0 && $0.key != "images-compared" }
      .sorted { $0.key < $1.key }
      .map {
        "\($0.key.split(separator: "-").joined(separator: " ")): \(NumberText.grouped($0.value))"
          as HTML
      }
    return left.isEmpty
      ? "Nothing was left out." : "Left out: \(HTML.joined(left, separator: "; "))."
  }

  /// Where the vectors of a search for suspects came from.
  private func vectors(_ report: AuditReport) -> HTML {
    guard case .text(let name) = report.parameters["embeddings"] else { return "" }
    return "<p class=\"quiet\">Vectors: \(name).</p>"
  }
}
