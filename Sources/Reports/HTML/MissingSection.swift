import Findings

/// Missing objects by the complexity of the scene.
struct MissingSection: PageSection {
  private static let complexities = ["0", "1–3", "4–9", "10–29", "30+"]

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard index("missing-rate", [.annotator: "a"]) != nil else { return "" }
    let rows = Self.complexities.map { complexity -> HTML in
      let slice: [SliceKey: String] = [.complexity: complexity]
      func missing(_ side: String) -> HTML {
        let record = index("missing-rate", [.complexity: complexity, .annotator: side])
        return """
          <td class="chart">\(ShareBar.svg(record))</td>\
          <td class="n">\(record?.value.map(NumberText.percent) ?? "–")</td>
          """
      }
      let shared = index("jaccard-any-category", slice)
      return """
        <tr><th scope="row">\(complexity) objects</th>\
        \(Cells.count(Int(index.value("images", slice) ?? 0)))\
        \(Cells.count(shared?.n ?? 0))\(missing("a"))\(missing("b"))\
        <td class="n">\(shared?.value.map { NumberText.fixed($0) } ?? "–")</td>\
        <td class="n">\(index.value("iou-mean-any-category", slice).map { NumberText.fixed($0) } ?? "–")\
        </td></tr>
        """
    }
    return """
      <section><h2>Missing objects by complexity</h2>
      <p>How full a scene is, is counted over both sides, a matched pair once. An object counts as \
      missing on a side where only the other has it; which of the two is right is not known without a \
      reference. Lines on the bars are 95 % intervals.</p>
      <div class="scroll"><table>\(Cells.header([
        ("Scene", false), ("Images", true), ("Objects", true), ("Missing in A", false), ("", true),
        ("Missing in B", false), ("", true), ("Found by both", true), ("Mean IoU", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div></section>
      """
  }
}
