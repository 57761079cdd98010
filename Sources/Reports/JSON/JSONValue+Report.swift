import Findings

/// The parts of a report as JSON; what is absent has no key.
extension JSONValue {
  init(_ parameters: [String: AuditReport.ParameterValue]) {
    self = .object(
      parameters.sorted { $0.key < $1.key }.map { key, value in
        switch value {
        case .number(let number): (key, .number(number))
        case .text(let text): (key, .string(text))
        }
      }
    )
  }

  init(_ input: AuditReport.Input) {
    self = .object([
      ("role", .string(input.role)),
      ("name", .string(input.name)),
      ("format", .string(input.format)),
      ("detected", .string(input.detected)),
      ("sha256", .string(input.sha256)),
      ("images", .integer(input.images)),
      ("annotations", .integer(input.annotations)),
      ("categories", .integer(input.categories)),
      ("quarantined", .integer(input.quarantined)),
    ])
  }

  init(_ slice: SliceLabel) {
    self = .object(slice.sorted.map { ($0.key.rawValue, .string($0.value)) })
  }

  init(_ record: MetricRecord) {
    var members: [(key: String, value: JSONValue)] = []
    members.reserveCapacity(7)
    members.append(("id", .string(record.id)))
    members.append(("slice", JSONValue(record.slice)))
    switch record.outcome {
    case .undefined(let reason): members.append(("undefined", .string(reason)))
    case .number(let value, let n, let interval):
      members.append(("value", .number(value)))
      members.append(("n", .integer(n)))
      guard let interval else { break }
      members.append(("low", .number(interval.low)))
      members.append(("high", .number(interval.high)))
      members.append(("interval", .string(interval.method)))
    }
    self = .object(members)
  }

  init(_ definition: AuditReport.Definition) {
    self = .object([
      ("id", .string(definition.id)),
      ("summary", .string(definition.summary)),
      ("unit", .string(definition.unit)),
      ("formula", .string(definition.formula)),
      ("source", .string(definition.source)),
    ])
  }

  init(_ cell: AuditReport.Confusion.Cell) {
    var members: [(key: String, value: JSONValue)] = []
    if let a = cell.a { members.append(("a", .string(a))) }
    if let b = cell.b { members.append(("b", .string(b))) }
    self = .object(members + [("count", .integer(cell.count))])
  }

  init(_ rule: AuditReport.FindingSummary.RuleCount) {
    self = .object([
      ("id", .string(rule.id)),
      ("severity", .string(rule.severity.rawValue)),
      ("summary", .string(rule.summary)),
      ("count", .integer(rule.count)),
    ])
  }

  init(_ finding: Finding) {
    var members: [(key: String, value: JSONValue)] = [
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
    ]
    if let image = finding.image { members.append(("image", .string(image))) }
    if let annotation = finding.annotation { members.append(("annotation", .string(annotation))) }
    if let category = finding.category { members.append(("category", .string(category))) }
    if let box = finding.box { members.append(("box", .list(box.map { .number($0) }))) }
    if let place = finding.place {
      members.append(
        (
          "place",
          .object([
            ("file", .string(place.file)), ("line", .integer(place.line)),
            ("column", .integer(place.column)), ("pointer", .string(place.pointer)),
          ])
        )
      )
    }
    let evidence = finding.evidence.sorted { $0.key < $1.key }
    members += [
      ("message", .string(finding.message)),
      ("hint", .string(finding.hint)),
      ("evidence", .object(evidence.map { ($0.key, .number($0.value)) })),
      ("fingerprint", .string(finding.fingerprint)),
    ]
    if let other = finding.otherImage { members.append(("otherImage", .string(other))) }
    if let pictures = finding.pictures {
      members.append(("pictures", .list(pictures.map(JSONValue.init))))
    }
    if let standing = finding.standing { members.append(("standing", .string(standing.rawValue))) }
    self = .object(members)
  }

  init(_ picture: Picture) {
    self = .object([
      ("caption", .string(picture.caption)),
      ("region", .list(picture.region.map { .number($0) })),
      ("boxes", .list(picture.boxes.map { .list($0.map { .number($0) }) })),
      ("jpeg", .string(picture.jpeg)),
    ])
  }

  init(_ clause: GateResult.Clause) {
    var members: [(key: String, value: JSONValue)] = [
      ("metric", .string(clause.metric)),
      ("slice", JSONValue(clause.slice)),
      ("target", .string(clause.target)),
      ("bound", .string(clause.bound)),
    ]
    if let minimum = clause.minimumN { members.append(("minimumN", .integer(minimum))) }
    members.append(("verdict", .string(clause.verdict.rawValue)))
    if let measured = clause.measured { members.append(("measured", .number(measured))) }
    if let n = clause.n { members.append(("n", .integer(n))) }
    if let low = clause.low { members.append(("low", .number(low))) }
    if let high = clause.high { members.append(("high", .number(high))) }
    members += [("reason", .string(clause.reason)), ("place", .string(clause.place))]
    self = .object(members)
  }

  init(_ baseline: GateResult.Baseline) {
    self = .object([
      ("name", .string(baseline.name)),
      ("newAtLeast", .integer(baseline.newAtLeast)),
      ("newAtMost", .integer(baseline.newAtMost)),
      ("resolved", .integer(baseline.resolved)),
    ])
  }

  init(_ waiver: GateResult.Waiver) {
    self = .object([
      ("state", .string(waiver.state.rawValue)),
      ("subject", .string(waiver.subject)),
      ("reason", .string(waiver.reason)),
      ("owner", .string(waiver.owner)),
      ("expires", .string(waiver.expires)),
      ("findings", .integer(waiver.findings)),
      ("place", .string(waiver.place)),
    ])
  }
}
