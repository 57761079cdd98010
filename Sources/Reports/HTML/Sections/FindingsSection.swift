import Findings

/// What the rules found, each rule with its first findings and their boxes, the most severe first.
struct FindingsSection: PageSection {
  /// A page with more of one rule than this helps nobody; the CSV has them.
  private static let shownPerRule = 50
  /// Bytes that all findings of a page may take, however long their texts are; every rule has its share.
  private static let room = 3_000_000

  func part(of page: ReportPage) -> PagePart? {
    guard page.report.auditsSomething else { return nil }
    let summary = page.report.findings
    // A stable order: of equal severity as the rules were run.
    let found = [Severity.error, .warning, .info].flatMap { severity in
      summary.rules.filter { $0.count > 0 && $0.severity == severity }
    }
    let clean = summary.rules.filter { $0.count == 0 }.map { "<code>\($0.id)</code>" as HTML }
    let items = Dictionary(grouping: summary.items, by: \.rule)
    let parts = found.map { rule -> HTML in
      details(rule, items[rule.id] ?? [], page, room: Self.room / found.count)
    }
    let quiet: HTML =
      clean.isEmpty
      ? ""
      : """
      <details><summary>\(NumberText.counted(clean.count, "rule")) found nothing</summary>\
      <p>\(HTML.joined(clean, separator: ", "))</p></details>
      """
    let hasPictures = summary.items.contains { $0.pictures != nil }
    let pictures: HTML = hasPictures ? " Pictures stand beside the first findings of a rule." : ""
    return PagePart(
      id: "findings",
      title: "Findings",
      body: """
        <p>\(NumberText.counted(summary.total, "finding")) of \
        \(NumberText.counted(found.count, "rule")). In the drawings the box stands solid in its image; \
        others that the finding is about are dashed.\(pictures) <code>assay explain RULE</code> tells why a rule matters.</p>
        \(HTML.joined(parts))\(quiet)
        """
    )
  }

  private func details(
    _ rule: AuditReport.FindingSummary.RuleCount,
    _ items: [Finding],
    _ page: ReportPage,
    room: Int
  ) -> HTML {
    let shown = shown(items, room: room)
    return """
      <details id="rule-\(rule.id)"\(rule.severity == .error ? " open" as HTML : "")><summary>\
      <b>\(NumberText.grouped(rule.count))</b> <code>\(rule.id)</code> \
      <span class="\(rule.severity.rawValue)">\(rule.severity.rawValue)</span> \
      <span class="quiet">\(rule.summary)</span></summary>\
      \(items.first.map { hint($0) } ?? "")\(rest(rule, shown: shown.count, listed: items.count, page))\
      \(HTML.joined(shown))</details>

      """
  }

  /// The first findings that there is room for.
  private func shown(_ items: [Finding], room: Int) -> [HTML] {
    var (shown, used): ([HTML], Int) = ([], 0)
    for item in items.prefix(Self.shownPerRule) {
      let drawn = finding(item)
      used += drawn.markup.utf8.count
      guard used <= room else { break }
      shown.append(drawn)
    }
    return shown
  }

  /// What is not on the page, and where it stands.
  private func rest(
    _ rule: AuditReport.FindingSummary.RuleCount,
    shown: Int,
    listed: Int,
    _ page: ReportPage
  ) -> HTML {
    guard rule.count > shown else { return "" }
    let has: HTML =
      listed < rule.count
      ? "the first \(NumberText.grouped(listed)) (<code>--findings-per-rule</code>)" : "all"
    return """
      <p class="note">The first \(NumberText.grouped(shown)) of \(NumberText.grouped(rule.count)) stand \
      here; \(page.table("findings.csv")) has \
      \(has).</p>
      """
  }

  private func hint(_ finding: Finding) -> HTML {
    finding.hint.isEmpty ? "" : "<p>What to do: \(finding.hint).</p>"
  }

  private func finding(_ finding: Finding) -> HTML {
    let subject = [
      finding.image, finding.annotation.map { "annotation \($0)" }, finding.category,
      finding.standing?.rawValue,
    ].compactMap { $0 }.map { "\($0)" as HTML }
    let place = finding.place.map { "<code>\($0.description) \($0.pointer)</code>" as HTML }
    return """
      <div class="finding">\(PictureDrawing.html(finding) ?? BoxDrawing.svg(finding))<p>\(finding.message)</p>\
      <p class="quiet">\(HTML.joined(subject, separator: " · "))\
      \(subject.isEmpty || place == nil ? "" : "<br>" as HTML)\(place ?? "")</p></div>

      """
  }
}
