package import Findings

/// One row a number of an annotator: overall, of a category, or beside another annotator.
package struct AnnotatorsCSV: Renderer {
  package static let fileName = "annotators.csv"

  package init() {}

  /// What may stand beside the annotator; numbers of other parts are in the table of all metrics.
  private static let keys: Set<SliceKey> = [.annotator, .pair, .category]

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    let names = Dictionary(
      report.inputs.map { ($0.role, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    table.header([
      "annotator", "input", "pair", "category", "metric", "value", "n", "low", "high", "interval",
      "undefined",
    ])
    for record in report.metrics {
      guard let annotator = record.slice[.annotator],
        Self.keys.isSuperset(of: record.slice.values.keys)
      else { continue }
      table.row([
        .text(annotator), .text(names[annotator]), .text(record.slice[.pair]),
        .text(record.slice[.category]), .text(record.id), .number(record.value),
        .integer(record.n), .number(record.interval?.low), .number(record.interval?.high),
        .text(record.interval?.method), .text(record.undefinedReason),
      ])
    }
  }
}
