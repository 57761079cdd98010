package import Findings

/// The report as JSON (`assay-report/1`): every other output can be drawn from it again.
///
/// Keys stand in a fixed order, one metric or finding a line.
package struct JSONReport: Renderer {
  package static let fileName = "report.json"

  package init() {}

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var writer = JSONWriter(output: UTF8Text())
    defer { output.write(writer.output.text) }
    writer.output.write("{\n")
    member("schema", .string(report.schema), &writer)
    member(
      "tool",
      .object([
        ("name", .string(report.tool.name)), ("version", .string(report.tool.version)),
      ]),
      &writer
    )
    member("command", .string(report.command), &writer)
    member("parameters", JSONValue(report.parameters), &writer)
    list("inputs", report.inputs.lazy.map(JSONValue.init), &writer)
    if let categories = report.categories {
      member("categories", .list(categories.map(JSONValue.string)), &writer)
    }
    let excluded = report.excluded.sorted { $0.key < $1.key }
    member("excluded", .object(excluded.map { ($0.key, .integer($0.value)) }), &writer)
    list("metrics", report.metrics.lazy.map(JSONValue.init), &writer)
    list("definitions", report.definitions.lazy.map(JSONValue.init), &writer)
    if let confusion = report.confusion {
      writer.output.write("  \"confusion\": {")
      rows("cells", confusion.cells.lazy.map(JSONValue.init), indent: "    ", &writer)
      writer.output.write("\n  },\n")
    }
    if let cost = report.cost { self.cost(cost, &writer) }
    findings(report.findings, &writer)
    if let gate = report.gate {
      writer.output.write(",\n  \"gate\": {\"verdict\": \"\(gate.verdict.rawValue)\",")
      if let reference = gate.reference {
        writer.output.write("\n    \"reference\": ")
        writer.value(.string(reference))
        writer.output.write(",")
      }
      if let baseline = gate.baseline {
        writer.output.write("\n    \"baseline\": ")
        writer.value(JSONValue(baseline))
        writer.output.write(",")
      }
      if let waivers = gate.waivers {
        rows("waivers", waivers.lazy.map(JSONValue.init), indent: "    ", &writer)
        writer.output.write(",")
      }
      rows("clauses", gate.clauses.lazy.map(JSONValue.init), indent: "    ", &writer)
      writer.output.write("\n  }")
    }
    writer.output.write("\n}\n")
  }

  private func cost(_ cost: CostSummary, _ writer: inout JSONWriter<UTF8Text>) {
    writer.output.write("  \"cost\": {\"currency\": ")
    writer.value(.string(cost.currency))
    writer.output.write(",")
    rows("scenarios", cost.scenarios.lazy.map(JSONValue.init), indent: "    ", &writer)
    writer.output.write("\n  },\n")
  }

  private func findings(
    _ findings: AuditReport.FindingSummary,
    _ writer: inout JSONWriter<UTF8Text>
  ) {
    writer.output.write("  \"findings\": {\"total\": \(findings.total),")
    rows("rules", findings.rules.lazy.map(JSONValue.init), indent: "    ", &writer)
    writer.output.write(",")
    rows("items", findings.items.lazy.map(JSONValue.init), indent: "    ", &writer)
    writer.output.write("\n  }")
  }

  private func member(
    _ key: String,
    _ value: JSONValue,
    _ writer: inout JSONWriter<UTF8Text>
  ) {
    writer.output.write("  \"\(key)\": ")
    writer.value(value)
    writer.output.write(",\n")
  }

  private func list(
    _ key: String,
    _ values: some Collection<JSONValue>,
    _ writer: inout JSONWriter<UTF8Text>
  ) {
    rows(key, values, indent: "  ", isFirst: true, &writer)
    writer.output.write(",\n")
  }

  /// Writes a list with one value a line.
  private func rows(
    _ key: String,
    _ values: some Collection<JSONValue>,
    indent: String,
    isFirst: Bool = false,
    _ writer: inout JSONWriter<UTF8Text>
  ) {
    writer.output.write("\(isFirst ? "" : "\n")\(indent)\"\(key)\": [")
    for (index, value) in values.enumerated() {
      writer.output.write("\(index > 0 ? "," : "")\n\(indent)  ")
      writer.value(value)
    }
    writer.output.write(values.isEmpty ? "]" : "\n\(indent)]")
  }
}
