package import Findings

/// The findings and the policy's verdicts as SARIF 2.1.0, which code hosts show beside the lines.
///
/// A finding is a result of kind `fail`; so is a clause that failed or warns, and an inconclusive one is of kind
/// `open`. Clauses that passed or are not applicable are counted only: GitHub takes every result for an alert,
/// and a file with one that has no location for none. Columns are as the report has them: counted in bytes.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
package struct SARIFReport: LocatedRenderer {
  package static let fileName = "report.sarif"

  private let folders: SourceFolders

  package init(folders: SourceFolders) { self.folders = folders }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    let rules = SARIFRules(report)
    let results =
      report.findings.items.map { finding($0, report, rules) }
      + (report.gate?.clauses ?? []).filter(\.verdict.isAlert).map { clause($0, rules) }
    var writer = JSONWriter()
    defer { output.write(writer.output.text) }
    writer.output.write("{\n  \"$schema\": ")
    writer.string(Self.schema)
    writer.output.write(
      ",\n  \"version\": \"2.1.0\",\n  \"runs\": [{\n    \"tool\": {\"driver\": {"
    )
    writer.output.write("\n      \"name\": ")
    writer.string(report.tool.name)
    writer.output.write(",\n      \"semanticVersion\": ")
    writer.string(report.tool.version)
    writer.output.write(",\n      \"rules\": [")
    rows(rules.descriptors, indent: "        ", &writer)
    writer.output.write("]\n    }},\n    \"automationDetails\": ")
    writer.object([("id", .string("\(report.tool.name)/\(report.command)/"))])
    writer.output.write(",\n    \"columnKind\": \"utf16CodeUnits\",\n    \"properties\": ")
    writer.object(properties(of: report))
    writer.output.write(",\n    \"results\": [")
    rows(results, indent: "      ", &writer)
    writer.output.write("]\n  }]\n}\n")
  }

  private func properties(of report: AuditReport) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("command", .string(report.command)),
      ("findings", .integer(report.findings.total)),
      ("findingsKept", .integer(report.findings.items.count)),
    ]
    guard let gate = report.gate else { return members }
    let counts = Verdict.allCases.map { verdict in
      (verdict.rawValue, JSONValue.integer(gate.clauses.count { $0.verdict == verdict }))
    }
    members += [("verdict", .string(gate.verdict.rawValue)), ("clauses", .object(counts))]
    return members
  }

  // MARK: Results

  private func finding(
    _ finding: Finding,
    _ report: AuditReport,
    _ rules: SARIFRules
  ) -> JSONValue {
    var members = head(finding.rule, rules)
    members += [
      ("kind", .string("fail")), ("level", .string(finding.severity.sarifLevel)),
      ("message", .object([("text", .string(finding.message))])),
    ]
    members.append(("locations", .list([location(of: finding, report)])))
    members.append(
      ("partialFingerprints", .object([("assayFinding/v1", .string(finding.fingerprint))]))
    )
    switch finding.standing {
    case .new: members.append(("baselineState", .string("new")))
    case .known: members.append(("baselineState", .string("unchanged")))
    case .waived: members.append(("suppressions", .list([suppression(of: finding, report)])))
    case nil: break
    }
    members.append(("properties", .object(properties(of: finding))))
    return .object(members)
  }

  private func clause(_ clause: GateResult.Clause, _ rules: SARIFRules) -> JSONValue {
    let place = folders.place(ofClause: clause.place)
    var physical: [(key: String, value: JSONValue)] = [
      ("artifactLocation", .object([("uri", .string(place.path.uriReference))]))
    ]
    if let line = place.line {
      physical.append(("region", .object([("startLine", .integer(line))])))
    }
    let fingerprint = Fingerprint([clause.metric, clause.slice.description, clause.target])
    return .object(
      head(SARIFRules.id(of: clause), rules) + [
        ("kind", .string(clause.verdict.sarifKind)),
        ("level", .string(clause.verdict.sarifLevel)),
        ("message", .object([("text", .string(clause.sentence))])),
        ("locations", .list([.object([("physicalLocation", .object(physical))])])),
        ("partialFingerprints", .object([("assayClause/v1", .string(fingerprint.description))])),
      ]
    )
  }

  private func head(
    _ rule: String,
    _ rules: SARIFRules
  ) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [("ruleId", .string(rule))]
    if let index = rules.index(of: rule) { members.append(("ruleIndex", .integer(index))) }
    return members
  }

  /// The line of the finding; of one without, the first input as a whole.
  private func location(of finding: Finding, _ report: AuditReport) -> JSONValue {
    guard let place = finding.place else {
      let name = report.inputs.first?.name ?? report.command
      return .object([("physicalLocation", physical(name, region: []))])
    }
    var region: [(key: String, value: JSONValue)] = []
    if place.line > 0 { region.append(("startLine", .integer(place.line))) }
    if place.line > 0, place.column > 0 {
      region.append(("startColumn", .integer(place.column)))
    }
    var members = [("physicalLocation", physical(place.file, region: region))]
    if !place.pointer.isEmpty {
      members.append(
        (
          "logicalLocations",
          .list([.object([("fullyQualifiedName", .string(place.pointer))])])
        )
      )
    }
    return .object(members)
  }

  private func physical(_ file: String, region: [(key: String, value: JSONValue)]) -> JSONValue {
    let uri = folders.path(ofData: file).uriReference
    let artifact = ("artifactLocation", JSONValue.object([("uri", .string(uri))]))
    return .object(region.isEmpty ? [artifact] : [artifact, ("region", .object(region))])
  }

  /// Why no limit counts the finding: the reasons of the waivers that may cover it.
  private func suppression(of finding: Finding, _ report: AuditReport) -> JSONValue {
    let waivers = (report.gate?.waivers ?? []).filter { waiver in
      waiver.state == .active
        && (waiver.subject == "finding \(finding.fingerprint)"
          || waiver.subject == "rule \(finding.rule)"
          || waiver.subject.hasPrefix("rule \(finding.rule),"))
    }
    let reasons = waivers.map { "\($0.reason) (\($0.owner), until \($0.expires), \($0.place))" }
    return .object([
      ("kind", .string("external")), ("status", .string("accepted")),
      (
        "justification",
        .string(reasons.isEmpty ? "waived by the policy" : reasons.joined(separator: "; "))
      ),
    ])
  }

  private func properties(of finding: Finding) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    if let image = finding.image { members.append(("image", .string(image))) }
    if let annotation = finding.annotation { members.append(("annotation", .string(annotation))) }
    if let category = finding.category { members.append(("category", .string(category))) }
    if let box = finding.box { members.append(("box", .list(box.map { .number($0) }))) }
    if !finding.hint.isEmpty { members.append(("hint", .string(finding.hint))) }
    return members
  }

  /// One value a line.
  private func rows(
    _ values: [JSONValue],
    indent: String,
    _ writer: inout JSONWriter
  ) {
    for (index, value) in values.enumerated() {
      writer.output.write("\(index > 0 ? "," : "")\n\(indent)")
      writer.value(value)
    }
    if !values.isEmpty { writer.output.write("\n\(indent.dropLast(2))") }
  }
}
