import Findings

/// How each annotator draws against the other: tightness, edges, time.
struct AnnotatorsSection: PageSection {
  private static let edges = ["left", "top", "right", "bottom"]

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    let annotators = ["a", "b"].filter { index("tightness-bias", [.annotator: $0]) != nil }
    guard !annotators.isEmpty else { return "" }
    let sentences = report.findings.items.filter { $0.rule == "systematic-tightness" }
      .map { "<p><b>\($0.message).</b></p>" as HTML }
    return """
      <section><h2>Annotators</h2>
      \(HTML.joined(sentences))<p>Each against the other, on matched pairs of the same category; there \
      is no reference, so only the difference is known. A bias above 0 draws larger. Offsets are signed \
      outwards, as a share of the other box's side.</p>
      <div class="scroll"><table>\(Cells.header([
        ("Annotator", false), ("Tightness bias", true), ("Interval", true), ("Pairs", true),
        ("Spread", true), ("Centre shift", true), ("Left", true), ("Top", true), ("Right", true),
        ("Bottom", true), ("Seconds", true),
      ]))<tbody>\(HTML.joined(annotators.map { row($0, index) }))</tbody></table></div>
      \(HTML.joined(annotators.prefix(1).map { offsets($0, index) }))</section>
      """
  }

  private func row(_ annotator: String, _ index: ReportIndex) -> HTML {
    let slice: [SliceKey: String] = [.annotator: annotator]
    func cell(_ id: String, decimals: Int = 3) -> HTML {
      let text = index.value(id, slice).map { NumberText.fixed($0, decimals: decimals) } ?? "–"
      return #"<td class="n">\#(text)</td>"#
    }
    return """
      <tr><th scope="row">\(annotator.uppercased())</th>\
      \(Cells.number(index("tightness-bias", slice)))\(cell("tightness-spread"))\
      \(cell("centre-shift"))\(HTML.joined(Self.edges.map { cell("edge-offset-\($0)") }))\
      \(cell("seconds-per-object", decimals: 1))</tr>
      """
  }

  /// The other's box and how far each edge of this one's lies outside it on average.
  private func offsets(_ annotator: String, _ index: ReportIndex) -> HTML {
    let values = Self.edges.map { index.value("edge-offset-\($0)", [.annotator: annotator]) ?? 0 }
    let (side, left, top) = (120.0, 60.0, 40.0)
    // Exaggerated, so that a few per cent can be seen.
    let scale = 4 * side
    let x = left - values[0] * scale
    let y = top - values[1] * scale
    let width = side + (values[0] + values[2]) * scale
    let height = side + (values[1] + values[3]) * scale
    guard width > 0, height > 0 else { return "" }
    let text =
      "mean edges of \(annotator.uppercased()) (solid) around the other's box (dashed), offsets 4 times"
    return """
      <figure><svg width="240" height="200" viewBox="0 0 240 200" role="img" aria-label="\(text)">\
      <title>\(text)</title>\
      <rect class="other" x="\(left)" y="\(top)" width="\(side)" height="\(side)"/>\
      <rect class="first" x="\(x)" y="\(y)" width="\(width)" height="\(height)"/></svg>\
      <figcaption class="quiet">\(text)</figcaption></figure>
      """
  }
}
