package import Findings

/// One row a pair of categories that met; an empty cell stands for an object that a side does not have.
package struct ConfusionCSV: Renderer {
  package static let fileName = "confusion.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header(["a", "b", "count"])
    for cell in report.confusion?.cells ?? [] {
      table.row([.text(cell.a), .text(cell.b), .integer(cell.count)])
    }
  }
}
