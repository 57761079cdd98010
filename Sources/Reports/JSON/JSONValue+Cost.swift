import Findings

/// What labels cost, as JSON; what is absent has no key.
extension JSONValue {
  init(_ scenario: CostSummary.Scenario) {
    self = .object([
      ("name", .string(scenario.name)),
      ("source", .string(scenario.source)),
      ("assumptions", .list(scenario.assumptions.map(JSONValue.init))),
      ("rounds", .list(scenario.rounds.map(JSONValue.number))),
      ("sensitivities", .list(scenario.sensitivities.map(JSONValue.init))),
      ("frames", .list(scenario.frames.map(JSONValue.init))),
      ("notes", .list(scenario.notes.map(JSONValue.string))),
    ])
  }

  private init(_ assumption: CostSummary.Assumption) {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(assumption.id)),
      ("summary", .string(assumption.summary)),
      ("value", .number(assumption.value)),
    ]
    if let low = assumption.low { members.append(("low", .number(low))) }
    if let high = assumption.high { members.append(("high", .number(high))) }
    if let measured = assumption.measured { members.append(("measured", .string(measured))) }
    self = .object(members)
  }

  private init(_ sensitivity: CostSummary.Sensitivity) {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(sensitivity.id)),
      ("low", .number(sensitivity.low)),
      ("high", .number(sensitivity.high)),
    ]
    if let total = sensitivity.totalAtLow { members.append(("totalAtLow", .number(total))) }
    if let total = sensitivity.totalAtHigh { members.append(("totalAtHigh", .number(total))) }
    self = .object(members)
  }

  private init(_ frame: CostSummary.FramePrice) {
    self = .object([
      ("objectsPerFrame", .number(frame.objectsPerFrame)),
      ("objectPrice", .number(frame.objectPrice)),
    ])
  }
}
