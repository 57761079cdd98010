package import Findings

/// A baseline as JSON (`assay-baseline/1`), one fingerprint a line, so that a version control shows what changed.
package enum BaselineJSON {
  package static func text(of baseline: FindingBaseline) -> String {
    var writer = JSONWriter()
    writer.output.write("{\n  \"schema\": ")
    writer.string(baseline.schema)
    writer.output.write(",\n  \"tool\": ")
    writer.value(
      .object([
        ("name", .string(baseline.tool.name)), ("version", .string(baseline.tool.version)),
      ])
    )
    writer.output.write(",\n  \"rules\": [")
    for (index, rule) in baseline.rules.enumerated() {
      writer.output.write("\(index > 0 ? "," : "")\n    {\"id\": ")
      writer.string(rule.id)
      writer.output.write(", \"count\": \(rule.count), \"fingerprints\": [")
      for (position, fingerprint) in rule.fingerprints.enumerated() {
        writer.output.write("\(position > 0 ? "," : "")\n      ")
        writer.string(fingerprint)
      }
      writer.output.write("]}")
    }
    writer.output.write(baseline.rules.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return writer.output.text
  }
}
