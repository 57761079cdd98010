import Findings

/// What the numbers mean and where they come from.
struct DefinitionsSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let report = page.report
    let rows = report.definitions.map { definition -> HTML in
      """
      <tr id="def-\(definition.id)"><th scope="row"><code>\(definition.id)</code></th><td>\(definition.summary)</td>\
      <td>\(definition.formula)</td><td>\(definition.source)</td></tr>
      """
    }
    let parameters = report.parameters.sorted { $0.key < $1.key }.map { key, value -> HTML in
      let text =
        switch value {
        case .number(let number): NumberText.exact(number)
        case .text(let text): text
        }
      return "<li><code>\(key)</code> \(text)</li>"
    }
    let digests = report.inputs.map { input -> HTML in
      "<li>\(input.name): SHA-256 <code>\(input.sha256)</code></li>"
    }
    let head = Cells.header([
      ("Metric", false), ("Meaning", false), ("Formula", false), ("Source", false),
    ])
    return PagePart(
      id: "definitions",
      title: "Definitions and provenance",
      body: """
        <details><summary>What each number means</summary>\
        \(Cells.table("Definitions", head, rows))</details>
        <details><summary>How this report was made</summary>
        <p>\(report.tool.name) \(report.tool.version), <code>\(report.command)</code>, schema \
        <code>\(report.schema)</code>.</p><ul>\(HTML.joined(parameters))\(HTML.joined(digests))</ul>
        </details>
        """
    )
  }
}
