package import Findings

/// The report as one page: no network, every word of a user's file escaped.
///
/// Everything is there without the one script, which only sorts and filters tables.
package struct HTMLReport: Renderer {
  package static let fileName = "report.html"

  private let tables: String?

  /// A page in the folder of the tables.
  package init() { self.init(tables: "") }

  /// `tables` is the way from the page to the folder of the CSV tables, with a slash at its end; "" where
  /// they stand beside it, `nil` where there are none.
  package init(tables: String?) { self.tables = tables }

  private static let sections: [any PageSection] = [
    CostSection(), ReworkSection(), NumbersSection(), ToleranceSection(), DeliverySection(),
    AgreementSection(), CurveSection(), PanelSection(), PanelPartsSection(), CategorySection(),
    PartsSection(),
    AnnotatorsSection(), AttributesSection(), KeypointsSection(), ConfusionSection(),
    CountsSection(), FindingsSection(), DefinitionsSection(),
  ]

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    let page = ReportPage(report, tables: tables)
    let title: HTML = "\(Self.title(of: report))"
    output.write(HTML.page(title: title, body: body(page, title)).markup)
  }

  private static func title(of report: AuditReport) -> String {
    if let cost = report.cost {
      let names = cost.scenarios.map(\.name).joined(separator: " and ")
      return cost.scenarios.count == 1 ? "What the labels cost" : "What the labels cost: \(names)"
    }
    let names = report.inputs.map(\.name)
    let joined = names.joined(separator: names.count == 2 ? " and " : ", ")
    let work =
      [
        "compare": "Comparison of", "rework": "Rework of", "recurrence": "Recurrence of defects in",
        "tolerance": "Tolerances of",
      ][report.command] ?? "Audit of"
    return "\(work) \(joined)"
  }

  private func body(_ page: ReportPage, _ title: HTML) -> HTML {
    let parts = Self.sections.compactMap { $0.part(of: page) }
    let contents = parts.map { ##"<li><a href="#\##($0.id)">\##($0.title)</a></li>"## as HTML }
    let sections = parts.map { part -> HTML in
      """
      <section id="\(part.id)" aria-labelledby="\(part.id)-title">\
      <h2 id="\(part.id)-title">\(part.title)</h2>
      \(part.body)</section>

      """
    }
    return """
      <header><h1>\(title)</h1></header>
      <main>
      \(VerdictBox().html(page))
      \(ShortSection().html(page))
      <nav aria-label="Contents"><ol>\(HTML.joined(contents))</ol></nav>
      \(HTML.joined(sections))</main>
      <footer class="quiet">\(page.report.tool.name) \(page.report.tool.version)</footer>

      """
  }
}

extension HTML {
  /// A page of its own: what it may load and run stands in its head.
  static func page(title: HTML, style: HTML = "", body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:; script-src '\(PageScript.digest)'">
    <title>\(title)</title>
    <style>
    \(PageStyle.css)\(style)
    </style>
    </head>
    <body>
    \(body)<script>\(PageScript.text)</script>
    </body>
    </html>

    """
  }
}
