import Findings

/// What was read, and what was left out.
struct InputsSection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard !report.inputs.isEmpty else { return "" }
    let rows = report.inputs.map { input -> HTML in
      """
      <tr><th scope="row">\(input.role == "dataset" ? "" : input.role.uppercased() + ": ")\
      \(input.name)</th><td>\(input.format.uppercased()), \(input.detected)</td>\
      \(Cells.count(input.images))\(Cells.count(input.annotations))\
      \(Cells.count(input.categories))\(Cells.count(input.quarantined))</tr>
      """
    }
    let left = report.excluded.filter { $0.value > 0 && $0.key != "images-compared" }
      .sorted { $0.key < $1.key }
      .map {
        "\($0.key.split(separator: "-").joined(separator: " ")): \(NumberText.grouped($0.value))"
      }
    let compared = report.excluded["images-compared"].map {
      "\(NumberText.grouped($0)) images were compared. "
    }
    let vectors: HTML =
      if case .text(let name) = report.parameters["embeddings"] {
        "<p class=\"quiet\">Vectors: \(name).</p>"
      } else {
        ""
      }
    return """
      <section><h2>What was delivered</h2><div class="scroll"><table>\
      \(Cells.header([
        ("Data set", false), ("Format", false), ("Images", true), ("Annotations", true),
        ("Categories", true), ("Unusable records", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div>
      <p class="quiet">\(compared ?? "")\
      \(left.isEmpty ? "Nothing was left out." : "Left out: " + left.joined(separator: "; ") + ".")</p>
      \(vectors)</section>
      """
  }
}
