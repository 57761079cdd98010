package import Findings

/// One row a clause of the policy, in its order; no row without a policy.
package struct ClausesCSV: Renderer {
  package static let fileName = "clauses.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header(
      ["verdict", "metric"] + SliceKey.allCases.map(\.rawValue)
        + ["target", "bound", "minimum_n", "measured", "n", "low", "high", "reason", "place"]
    )
    for clause in report.gate?.clauses ?? [] {
      table.row(
        [.text(clause.verdict.rawValue), .text(clause.metric)]
          + SliceKey.allCases.map { .text(clause.slice[$0]) } + [
            .text(clause.target), .text(clause.bound), .integer(clause.minimumN),
            .number(clause.measured), .integer(clause.n), .number(clause.low),
            .number(clause.high), .text(clause.reason), .text(clause.place),
          ]
      )
    }
  }
}
