import Findings

/// The few numbers a reader looks for first.
struct FiguresSection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard report.auditsSomething else { return "" }
    let figures = report.command == "compare" ? comparison(report, index) : audit(report, index)
    return #"<div class="figures">\#(HTML.joined(figures))</div>"#
  }

  private func comparison(_ report: AuditReport, _ index: ReportIndex) -> [HTML] {
    [
      figure(index("dice"), "agree in place and category (dice)"),
      figure(index("alpha"), "beyond chance (Krippendorff α)"),
      figure(index("cohen-kappa"), "on the category of matched pairs (Cohen κ)"),
      figure(index("iou-median"), "median IoU of matched pairs"),
      figure(
        index("missing-rate", [.annotator: "a"]),
        "of all objects missing in A",
        percent: true
      ),
      figure(
        index("missing-rate", [.annotator: "b"]),
        "of all objects missing in B",
        percent: true
      ),
    ]
  }

  private func audit(_ report: AuditReport, _ index: ReportIndex) -> [HTML] {
    func count(_ severity: Severity) -> Int {
      report.findings.rules.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }
    return [
      figure(NumberText.grouped(report.inputs.reduce(0) { $0 + $1.images }), "images"),
      figure(NumberText.grouped(report.inputs.reduce(0) { $0 + $1.annotations }), "annotations"),
      figure(NumberText.grouped(count(.error)), "errors"),
      figure(NumberText.grouped(count(.warning)), "warnings"),
      figure(NumberText.grouped(count(.info)), "notes"),
    ]
  }

  private func figure(_ record: MetricRecord?, _ text: String, percent: Bool = false) -> HTML {
    guard let record else { return "" }
    guard let shown = CoefficientText(record, asPercent: percent) else {
      return figure("–", "\(text): \(record.undefinedReason ?? "")")
    }
    let range = shown.range.isEmpty ? "" : "\(shown.range), "
    return figure(shown.value, "\(text); \(range)n \(shown.n)")
  }

  private func figure(_ number: String, _ text: String) -> HTML {
    #"<div class="figure"><b>\#(number)</b><span>\#(text)</span></div>"#
  }
}
