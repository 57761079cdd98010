package import Findings

/// What labels cost: of each scenario its numbers, what they rest on, and what moves the total; no row in a
/// report that estimates nothing.
package struct CostCSV: Renderer {
  package static let fileName = "cost.csv"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var table = CSVWriter(output: output)
    defer { output = table.output }
    table.header([
      "scenario", "part", "number", "what", "value", "low", "high", "total_at_low", "total_at_high",
      "note",
    ])
    guard let cost = report.cost else { return }
    let index = ReportIndex(report)
    for scenario in cost.scenarios {
      for row in rows(of: scenario, cost, index) { table.row([.text(scenario.name)] + row) }
    }
  }

  private func rows(
    of scenario: CostSummary.Scenario,
    _ cost: CostSummary,
    _ index: ReportIndex
  ) -> [[CSVCell]] {
    let results = CostRow.all.compactMap { row -> [CSVCell]? in
      index(row.id, cost.slice(of: scenario).values).map { record in
        [
          .text("result"), .text(row.id), .text(row.text), .number(record.value),
          .number(record.interval?.low), .number(record.interval?.high), .empty, .empty,
          .text(record.undefinedReason),
        ]
      }
    }
    let assumptions = scenario.assumptions.map { assumption -> [CSVCell] in
      [
        .text("assumption"), .text(assumption.id), .text(assumption.summary),
        .number(assumption.value), .number(assumption.low), .number(assumption.high), .empty,
        .empty, .text(assumption.measured.map { "measured: \($0)" } ?? "assumed"),
      ]
    }
    let sensitivities = scenario.sensitivities.map { sensitivity -> [CSVCell] in
      [
        .text("sensitivity"), .text(sensitivity.id), .text("what moves the total"), .empty,
        .number(sensitivity.low), .number(sensitivity.high), .number(sensitivity.totalAtLow),
        .number(sensitivity.totalAtHigh), .empty,
      ]
    }
    return results + assumptions + sensitivities
  }
}
