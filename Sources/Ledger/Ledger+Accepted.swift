package import Findings
import GRDB

/// Accepted runs that a new run is compared with.
package struct AcceptedRuns: Sendable {
  /// Those that measured alike, the oldest first.
  package var alike: [RunSummary] = []
  /// The last one of the same data that measured otherwise, and what it was asked for differently.
  package var last: (run: Int, differences: [String])?
}

extension Ledger {
  /// The accepted runs of the same data by the same command.
  ///
  /// With a series the data are what is entered under its name; without one, what has the same names
  /// of inputs and no series either.
  package func acceptedRuns(
    like report: AuditReport,
    series: String
  ) throws(LedgerError) -> AcceptedRuns {
    let names = report.inputs.map(\.name)
    let asked = RunParameters.text(of: report.parameters)
    var accepted = AcceptedRuns()
    var last: Int?
    for run in try runs() where run.isAccepted && run.command == report.command {
      guard run.series == series, !series.isEmpty || run.inputs == names else { continue }
      last = run.run
      if run.parameters == asked { accepted.alike.append(run) }
    }
    if let last, accepted.alike.isEmpty {
      let then = try parameters(of: last)
      accepted.last = (last, RunParameters.differences(then, report.parameters))
    }
    return accepted
  }

  /// The numbers that a run has where a report has some; what it does not have is left out.
  package func records(
    of run: Int,
    like records: [MetricRecord]
  ) throws(LedgerError) -> [MetricRecord] {
    try guarded {
      try queue.read { database in
        try records.compactMap { record in
          try Self.outcome(database, of: record, in: run).map {
            MetricRecord(id: record.id, slice: record.slice, outcome: $0)
          }
        }
      }
    }
  }

  /// What was asked of a run.
  package func parameters(
    of run: Int
  ) throws(LedgerError) -> [String: AuditReport.ParameterValue] {
    try guarded { try queue.read { try Self.parameters($0, of: run)[run] ?? [:] } }
  }

  /// What a number of a new run is beside those of runs that were accepted, the oldest first.
  package func judgement(
    of record: MetricRecord,
    beside runs: [RunSummary]
  ) throws(LedgerError) -> Trend.Judgement {
    guard let direction = MetricDirection(of: record.id) else {
      return .notJudged(Trend.withoutDirection)
    }
    guard let value = DropRule.Value(record.outcome, direction: direction) else {
      return .notJudged(Trend.withoutValue)
    }
    let window = try guarded {
      try queue.read { database in
        try Self.window(database, record, before: runs, direction)
      }
    }
    return DropRule.judge(value, window: window, direction: direction)
  }

  /// Its values in the last runs that have one, the oldest first.
  private static func window(
    _ database: Database,
    _ record: MetricRecord,
    before runs: [RunSummary],
    _ direction: MetricDirection
  ) throws -> [DropRule.Value] {
    var window: [DropRule.Value] = []
    for run in runs.reversed() where window.count < DropRule.windowSize {
      guard let outcome = try outcome(database, of: record, in: run.run),
        let value = DropRule.Value(outcome, direction: direction)
      else { continue }
      window.append(value)
    }
    return window.reversed()
  }

  private static func outcome(
    _ database: Database,
    of record: MetricRecord,
    in run: Int
  ) throws -> MetricRecord.Outcome? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT value, n, low, high, interval, undefined FROM measure
        WHERE sequence = ? AND slice = ? AND metric = ? ORDER BY position LIMIT 1
        """
    )
    let arguments: StatementArguments = [run, SliceText.text(of: record.slice), record.id]
    return try Row.fetchOne(statement, arguments: arguments).map { try outcome($0) }
  }
}
