package import Findings

/// The report as one page: no network, no script, every word of a user's file escaped.
package struct HTMLReport: Renderer {
  package static let fileName = "report.html"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    let index = ReportIndex(report)
    let sections: [any PageSection] = [
      VerdictSection(), FiguresSection(), CostSection(), NumbersSection(), ToleranceSection(),
      InputsSection(),
      AgreementSection(),
      CurveSection(),
      PanelSection(), CategorySection(), PartsSection(), AnnotatorsSection(), AttributesSection(),
      ConfusionSection(), CountsSection(), FindingsSection(), ClausesSection(),
      DefinitionsSection(),
    ]
    let title = Self.title(of: report)
    let body = HTML.joined(sections.map { $0.html(report, index) })
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; img-src data:">
      <title>\(title)</title>
      <style>
      \(PageStyle.css)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p class="quiet">\(report.tool.name) \(report.tool.version)</p>
      \(body)
      </main>
      </body>
      </html>

      """
    output.write(page.markup)
  }

  private static func title(of report: AuditReport) -> String {
    if let cost = report.cost {
      let names = cost.scenarios.map(\.name).joined(separator: " and ")
      return cost.scenarios.count == 1 ? "What the labels cost" : "What the labels cost: \(names)"
    }
    let names = report.inputs.map(\.name).joined(separator: " and ")
    let work =
      [
        "compare": "Comparison of", "rework": "Rework of", "recurrence": "Recurrence of defects in",
        "tolerance": "Tolerances of",
      ][report.command] ?? "Audit of"
    return "\(work) \(names)"
  }
}

/// One part of the page.
protocol PageSection {
  /// Empty where the report has nothing for it.
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML
}
