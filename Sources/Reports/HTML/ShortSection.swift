import Findings

/// The few numbers a reader looks for first, and what they say in sentences.
struct ShortSection {
  func html(_ page: ReportPage) -> HTML {
    guard page.report.auditsSomething else { return "" }
    let isComparison = page.report.command == "compare" || page.report.command == "consensus"
    let figures = isComparison ? comparison(page.index) : audit(page.report)
    let sentences = ComparisonSentences(page).all + PanelSentences(page).all + findings(page)
    let list = sentences.map { "<li>\($0)</li>" as HTML }
    return """
      \(figures.isEmpty ? "" : "<div class=\"figures\">\(HTML.joined(figures))</div>" as HTML)
      <section id="short" aria-labelledby="short-title"><h2 id="short-title">In short</h2>
      <ul class="short">\(HTML.joined(list, separator: "\n"))</ul></section>
      """
  }

  private func comparison(_ index: ReportIndex) -> [HTML] {
    let together = [
      figure(index("dice"), "agree in place and category (dice)"),
      figure(index("alpha"), "place and category, beyond chance (Krippendorff α)"),
      figure(index("cohen-kappa"), "category of matched pairs, beyond chance (Cohen κ)"),
      figure(index("fleiss-kappa"), "category of what all drew, beyond chance (Fleiss κ)"),
      figure(index("iou-median"), "median IoU of matched pairs"),
      figure(index("iou-mean-pair-mean"), "mean IoU of two annotators' pairs; n pairs"),
    ]
    // Of a panel, missing is judged by what most drew, and stands with the annotators.
    let sides = index.isOfTwo ? ["a", "b"] : []
    return
      (together
      + sides.map {
        figure(
          index("missing-rate", [.annotator: $0]),
          "of all objects missing in \($0.uppercased())",
          percent: true
        )
      }).filter { !$0.isEmpty }
  }

  private func audit(_ report: AuditReport) -> [HTML] {
    func count(_ severity: Severity) -> Int {
      report.findings.rules.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }
    func number(_ count: Int, _ text: String) -> HTML {
      figure(NumberText.grouped(count), text, "")
    }
    return [
      number(report.inputs.reduce(0) { $0 + $1.images }, "images"),
      number(report.inputs.reduce(0) { $0 + $1.annotations }, "annotations"),
      number(count(.error), "errors"), number(count(.warning), "warnings"),
      number(count(.info), "notes"),
    ]
  }

  private func figure(_ record: MetricRecord?, _ text: String, percent: Bool = false) -> HTML {
    guard let record else { return "" }
    guard let shown = CoefficientText(record, asPercent: percent) else {
      return figure("–", text, record.undefinedReason ?? "")
    }
    return figure(
      shown.value,
      text,
      (shown.range.isEmpty ? "no interval" : shown.range) + ", n\u{a0}\(shown.n)"
    )
  }

  private func figure(_ number: String, _ text: String, _ range: String) -> HTML {
    """
    <div class="figure"><b>\(number)</b><span>\(text)</span>\
    \(range.isEmpty ? "" : "<span class=\"range-text\">\(range)</span>" as HTML)</div>
    """
  }

  /// What the rules found, the most severe first.
  private func findings(_ page: ReportPage) -> [HTML] {
    let found = page.report.findings.rules.filter { $0.count > 0 }
    let run = NumberText.counted(page.report.findings.rules.count, "rule")
    guard !found.isEmpty else { return ["No finding of \(run)."] }
    let worst = found.filter { $0.severity != .info }
      .sorted { ($1.severity, $1.count, $0.id) < ($0.severity, $0.count, $1.id) }
    let names = worst.prefix(8).map { rule -> HTML in
      """
      \(NumberText.grouped(rule.count)) <a href="#rule-\(rule.id)"><code>\(rule.id)</code></a>
      """
    }
    let more: HTML = worst.count > 8 ? " and \(worst.count - 8) more" : ""
    let telling: HTML =
      names.isEmpty
      ? "none above a note"
      : "errors and warnings: \(HTML.joined(names, separator: ", "))\(more)"
    return [
      """
      <a href="#findings">\(NumberText.counted(page.report.findings.total, "finding"))</a> of \(run); \
      \(telling).
      """
    ]
  }
}
