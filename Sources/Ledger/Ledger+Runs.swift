package import Findings
import GRDB

extension Ledger {
  /// Every run, the oldest first, with what was last decided about it.
  package func runs() throws(LedgerError) -> [RunSummary] {
    try guarded {
      try queue.read { database in
        let inputs = try Self.inputs(database)
        let findings = try Self.findingCounts(database)
        let parameters = try Self.parameters(database)
        let decisions = try Self.decisions(database)
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT run.sequence, entry.recorded, run.tool, run.version, run.command, run.series,
              run.state, run.note, run.verdict, run.report
            FROM run JOIN entry USING (sequence) ORDER BY run.sequence
            """
        )
        var runs: [RunSummary] = []
        while let row = try rows.next() {
          var run = try Self.summary(row)
          run.parameters = RunParameters.text(of: parameters[run.run] ?? [:])
          run.inputs = inputs[run.run] ?? []
          run.findings = findings[run.run]
          run.decision = decisions[run.run]
          runs.append(run)
        }
        return runs
      }
    }
  }

  /// The numbers that runs have about one part of the data, by run, in the order of their reports.
  package func measures(
    of runs: [Int],
    slice: SliceLabel
  ) throws(LedgerError) -> [Int: [MetricRecord]] {
    try guarded {
      try queue.read { database in
        let statement = try database.cachedStatement(
          sql: """
            SELECT metric, value, n, low, high, interval, undefined FROM measure
            WHERE sequence = ? AND slice = ? ORDER BY position
            """
        )
        var found: [Int: [MetricRecord]] = [:]
        for run in runs {
          let arguments: StatementArguments = [run, SliceText.text(of: slice)]
          found[run] = try Row.fetchAll(statement, arguments: arguments).map { row in
            MetricRecord(
              id: try row.text("metric"),
              slice: slice,
              outcome: try Self.outcome(row)
            )
          }
        }
        return found
      }
    }
  }

  /// Targets that the policy of a run set for the numbers of a part.
  package func targets(of run: Int, slice: SliceLabel) throws(LedgerError) -> [String: [String]] {
    try guarded {
      try queue.read { database in
        let rows = try Row.fetchAll(
          database,
          sql:
            "SELECT metric, target FROM clause WHERE sequence = ? AND slice = ? ORDER BY position",
          arguments: [run, SliceText.text(of: slice)]
        )
        var targets: [String: [String]] = [:]
        for row in rows {
          targets[try row.text("metric"), default: []].append(try row.text("target"))
        }
        return targets
      }
    }
  }

  private static func summary(_ row: Row) throws -> RunSummary {
    RunSummary(
      run: try row.integer("sequence"),
      recorded: try row.text("recorded"),
      tool: AuditReport.Tool(name: try row.text("tool"), version: try row.text("version")),
      command: try row.text("command"),
      series: try row.text("series"),
      parameters: "",
      state: RunState(rawValue: try row.text("state")) ?? .failed,
      note: try row.text("note"),
      verdict: try row.optionalText("verdict").flatMap(Verdict.init)
    )
  }

  static func outcome(_ row: Row) throws -> MetricRecord.Outcome {
    guard let value = try row.optionalReal("value") else {
      return .undefined(try row.optionalText("undefined") ?? "")
    }
    var interval: MetricRecord.Interval?
    if let low = try row.optionalReal("low"), let high = try row.optionalReal("high") {
      interval = .init(low: low, high: high, method: try row.optionalText("interval") ?? "")
    }
    return .number(value, n: try row.integer("n"), interval: interval)
  }

  private static func inputs(_ database: Database) throws -> [Int: [String]] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT sequence, name FROM input ORDER BY sequence, position"
    )
    var names: [Int: [String]] = [:]
    while let row = try rows.next() {
      names[try row.integer("sequence"), default: []].append(try row.text("name"))
    }
    return names
  }

  private static func findingCounts(_ database: Database) throws -> [Int: Int] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT sequence, SUM(count) AS total FROM rule GROUP BY sequence"
    )
    var totals: [Int: Int] = [:]
    while let row = try rows.next() {
      totals[try row.integer("sequence")] = try row.integer("total")
    }
    return totals
  }

  /// What each run was asked for, or one of them.
  static func parameters(
    _ database: Database,
    of run: Int? = nil
  ) throws -> [Int: [String: AuditReport.ParameterValue]] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT sequence, name, number, text FROM parameter WHERE sequence = ? OR ?",
      arguments: [run, run == nil]
    )
    var parameters: [Int: [String: AuditReport.ParameterValue]] = [:]
    while let row = try rows.next() {
      let number = try row.optionalReal("number").map { AuditReport.ParameterValue.number($0) }
      let value = try number ?? .text(row.optionalText("text") ?? "")
      parameters[try row.integer("sequence"), default: [:]][try row.text("name")] = value
    }
    return parameters
  }

  /// The last decision on each run.
  private static func decisions(_ database: Database) throws -> [Int: RunDecision] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT run, decision, person, reason FROM decision ORDER BY sequence"
    )
    var decisions: [Int: RunDecision] = [:]
    while let row = try rows.next() {
      let run = try row.integer("run")
      guard let verdict = RunDecision.Verdict(rawValue: try row.text("decision")) else {
        continue
      }
      decisions[run] = RunDecision(
        run: run,
        verdict: verdict,
        person: try row.text("person"),
        reason: try row.text("reason")
      )
    }
    return decisions
  }
}
