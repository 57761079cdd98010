import Findings

/// What the rules found, each rule with its first findings and their boxes.
struct FindingsSection: PageSection {
  /// A page with more of one rule than this helps nobody; the CSV has them.
  private static let shownPerRule = 50

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard report.auditsSomething else { return "" }
    let found = report.findings.rules.filter { $0.count > 0 }
    let clean = report.findings.rules.filter { $0.count == 0 }.map(\.id)
    let items = Dictionary(grouping: report.findings.items, by: \.rule)
    let parts = found.map { rule -> HTML in details(rule, items[rule.id] ?? []) }
    let cleanText = clean.isEmpty ? "" : "Nothing found by: \(clean.joined(separator: ", "))."
    let hasPictures = report.findings.items.contains { $0.pictures != nil }
    let pictures: HTML = hasPictures ? " Pictures stand beside the first findings of a rule." : ""
    return """
      <section><h2>Findings</h2>
      <p>\(NumberText.counted(report.findings.total, "finding")) of \
      \(NumberText.counted(found.count, "rule")). \
      In the drawings the box stands solid in its image; a second one that it is about is dashed.\(pictures)</p>
      \(HTML.joined(parts))<p class="quiet">\(cleanText)</p></section>
      """
  }

  private func details(
    _ rule: AuditReport.FindingSummary.RuleCount,
    _ items: [Finding]
  ) -> HTML {
    let shown = items.prefix(Self.shownPerRule)
    let rest: HTML =
      rule.count > shown.count
      ? "<p class=\"quiet\">\(NumberText.grouped(rule.count - shown.count)) more are not shown here; findings.csv and report.json hold the first of each rule.</p>"
      : ""
    return """
      <details\(rule.severity == .error ? " open" as HTML : "")><summary>\
      <b>\(NumberText.grouped(rule.count))</b> <code>\(rule.id)</code> \
      <span class="\(rule.severity.rawValue)">\(rule.severity.rawValue)</span> \
      <span class="quiet">\(rule.summary)</span></summary>\
      \(shown.first.map { hint($0) } ?? "")\(HTML.joined(shown.map(finding)))\(rest)</details>
      """
  }

  private func hint(_ finding: Finding) -> HTML {
    finding.hint.isEmpty ? "" : "<p>What to do: \(finding.hint).</p>"
  }

  private func finding(_ finding: Finding) -> HTML {
    let subject = [
      finding.image, finding.annotation.map { "annotation \($0)" }, finding.category,
    ].compactMap { $0 }.joined(separator: " · ")
    let place = finding.place.map { "\($0) \($0.pointer)" } ?? ""
    return """
      <div class="finding">\(PictureDrawing.html(finding) ?? BoxDrawing.svg(finding))<p>\(finding.message)</p>\
      <p class="quiet">\(subject)\(subject.isEmpty ? "" : "<br>" as HTML)<code>\(place)</code></p></div>
      """
  }
}
