package import Findings

/// One row a number: its id, one column each slice key, value, n, interval or the reason why there is none.
package struct MetricsCSV: Renderer {
  package static let fileName = "metrics.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header(
      ["metric"] + SliceKey.allCases.map(\.rawValue)
        + ["value", "n", "low", "high", "interval", "undefined"]
    )
    for record in report.metrics {
      table.row(
        [.text(record.id)] + SliceKey.allCases.map { .text(record.slice[$0]) } + [
          .number(record.value), .integer(record.n),
          .number(record.interval?.low), .number(record.interval?.high),
          .text(record.interval?.method), .text(record.undefinedReason),
        ]
      )
    }
  }
}
