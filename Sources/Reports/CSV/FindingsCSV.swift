package import Findings

/// One row a finding that the report keeps.
package struct FindingsCSV: Renderer {
  package static let fileName = "findings.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header([
      "rule", "severity", "image", "annotation", "category", "x", "y", "width", "height",
      "file", "line", "column", "pointer", "message", "hint", "fingerprint", "standing",
    ])
    for finding in report.findings.items {
      let box = finding.box ?? []
      table.row(
        [
          .text(finding.rule), .text(finding.severity.rawValue), .text(finding.image),
          .text(finding.annotation), .text(finding.category),
        ] + (0..<4).map { .number($0 < box.count ? box[$0] : nil) } + [
          .text(finding.place?.file), .integer(finding.place?.line),
          .integer(finding.place?.column), .text(finding.place?.pointer),
          .text(finding.message), .text(finding.hint), .text(finding.fingerprint),
          .text(finding.standing?.rawValue),
        ]
      )
    }
  }
}
