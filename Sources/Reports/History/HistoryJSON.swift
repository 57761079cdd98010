import Findings

/// A history as JSON (`assay-history/1`).
package struct HistoryJSON: Sendable {
  package init() {}

  package func text(of history: History) -> String {
    var writer = JSONWriter()
    writer.output.write("{\n  \"schema\": \"assay-history/1\",\n  \"ledger\": ")
    writer.string(history.name)
    writer.rows("runs", history.runs.map(Self.value))
    writer.rows("trends", history.groups.flatMap(Self.values))
    writer.output.write("\n}\n")
    return writer.output.text
  }

  private static func value(_ run: RunSummary) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("run", .integer(run.run)), ("recorded", .string(run.recorded)),
      ("tool", .string(run.tool.name)), ("version", .string(run.tool.version)),
      ("command", .string(run.command)), ("series", .string(run.series)),
      ("parameters", .string(run.parameters)), ("state", .string(run.state.rawValue)),
      ("inputs", .list(run.inputs.map { .string($0) })),
    ]
    if !run.note.isEmpty { members.append(("note", .string(run.note))) }
    if let verdict = run.verdict { members.append(("verdict", .string(verdict.rawValue))) }
    if let findings = run.findings { members.append(("findings", .integer(findings))) }
    if let decision = run.decision {
      members.append(
        (
          "decision",
          .object([
            ("decision", .string(decision.verdict.rawValue)), ("by", .string(decision.person)),
            ("reason", .string(decision.reason)),
          ])
        )
      )
    }
    return .object(members)
  }

  private static func values(_ group: History.Group) -> [JSONValue] {
    group.trends.map { trend in
      .object([
        ("command", .string(group.group.command)), ("series", .string(group.group.series)),
        ("parameters", .string(group.group.parameters)), ("metric", .string(trend.metric)),
        ("slice", JSONValue(trend.slice)),
        ("targets", .list(trend.targets.map { .number($0) })),
        ("points", .list(trend.points.map { value($0, trend) })),
      ])
    }
  }

  private static func value(_ point: Trend.Point, _ trend: Trend) -> JSONValue {
    let record = MetricRecord(id: trend.metric, slice: trend.slice, outcome: point.outcome)
    var members: [(key: String, value: JSONValue)] = [("run", .integer(point.run))]
    if case .object(let own) = JSONValue(record) {
      members += own.filter { $0.key != "id" && $0.key != "slice" }
    }
    switch point.judgement {
    case .notJudged(let reason): members.append(("not-judged", .string(reason)))
    case .usual(let standing):
      members += [("drop", .string("no"))] + Self.members(standing)
    case .drop(let standing):
      members += [("drop", .string("yes"))] + Self.members(standing)
    }
    return .object(members)
  }

  private static func members(_ standing: Trend.Standing) -> [(key: String, value: JSONValue)] {
    (standing.z.map { [("z", .number($0))] } ?? [])
      + [("window-median", .number(standing.median)), ("window", .integer(standing.window))]
  }
}
