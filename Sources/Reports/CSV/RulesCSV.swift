package import Findings

/// One row a rule that was run, also those that found nothing; counts are exact.
package struct RulesCSV: Renderer {
  package static let fileName = "rules.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    let listed = Dictionary(grouping: report.findings.items, by: \.rule).mapValues(\.count)
    table.header(["rule", "severity", "count", "listed", "summary"])
    for rule in report.findings.rules {
      table.row([
        .text(rule.id), .text(rule.severity.rawValue), .integer(rule.count),
        .integer(listed[rule.id] ?? 0), .text(rule.summary),
      ])
    }
  }
}
