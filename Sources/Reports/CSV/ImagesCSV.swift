package import Findings

/// One row an image with findings, the most severe and then the most first; of the findings that are listed.
package struct ImagesCSV: Renderer {
  package static let fileName = "images.csv"

  package init() {}

  private struct Row {
    var image: String
    var counts: [Severity: Int] = [:]
    var rules: Set<String> = []

    /// What an image is sorted by: its errors, then warnings, then notes.
    var order: [Int] { [.error, .warning, .info].map { counts[$0, default: 0] } }
  }

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    let isComplete = report.findings.items.count == report.findings.total
    table.header(["image", "errors", "warnings", "infos", "rules", "complete"])
    for row in rows(report.findings.items) {
      table.row(
        [.text(row.image)] + row.order.map { .integer($0) } + [
          .text(row.rules.sorted().joined(separator: " ")), .text(isComplete ? "yes" : "no"),
        ]
      )
    }
  }

  private func rows(_ findings: [Finding]) -> [Row] {
    var rows: [String: Row] = [:]
    for finding in findings {
      guard let image = finding.image else { continue }
      rows[image, default: Row(image: image)].counts[finding.severity, default: 0] += 1
      rows[image]?.rules.insert(finding.rule)
    }
    return rows.values.sorted { lhs, rhs in
      lhs.order == rhs.order
        ? lhs.image < rhs.image : rhs.order.lexicographicallyPrecedes(lhs.order)
    }
  }
}
