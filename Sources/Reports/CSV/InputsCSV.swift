package import Findings

/// One row a data set that was read.
package struct InputsCSV: Renderer {
  package static let fileName = "inputs.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header([
      "role", "name", "format", "images", "annotations", "categories", "unusable", "sha256",
    ])
    for input in report.inputs {
      table.row([
        .text(input.role), .text(input.name), .text(input.format), .integer(input.images),
        .integer(input.annotations), .integer(input.categories), .integer(input.quarantined),
        .text(input.sha256),
      ])
    }
  }
}
