import Findings
import GRDB

/// Writes one entry: its rows, then the header that closes it.
struct EntryWriter {
  private let database: Database
  private let path: String
  private let sequence: Int
  private let previous: String

  /// The transaction must be open, and be an immediate one: nobody else writes until it ends.
  init(_ database: Database, path: String) throws {
    self.database = database
    self.path = path
    let last = try Row.fetchOne(
      database,
      sql: "SELECT sequence, sha256 FROM entry ORDER BY sequence DESC LIMIT 1"
    )
    sequence = 1 &+ (try last?.integer("sequence") ?? 0)
    previous = try last?.text("sha256") ?? LedgerEntry.noPrevious
  }

  func append(_ entry: LedgerEntry, recorded: String) throws -> LedgerEntry.Header {
    switch entry {
    case .run(let run): try insert(run)
    case .decision(let decision): try insert(decision)
    }
    var header = LedgerEntry.Header(
      form: CanonicalForm.current,
      sequence: sequence,
      kind: entry.kind,
      recorded: recorded,
      previous: previous,
      sha256: ""
    )
    // Over the rows as SQLite has kept them, so that reading them again gives the same bytes.
    header.sha256 = try CanonicalForm.digest(of: header, database)
    try database.execute(
      sql: """
        INSERT INTO entry (sequence, form, kind, recorded, previous, sha256)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        header.sequence, header.form, header.kind, header.recorded, header.previous, header.sha256,
      ]
    )
    return header
  }

  private func insert(_ run: RunRecord) throws {
    try insert(
      "run",
      [
        [
          run.tool.name, run.tool.version, run.command, run.series, run.state.rawValue, run.note,
          run.gate?.verdict.rawValue, run.report,
        ]
      ]
    )
    try insert("parameter", run.parameters.map { Self.row(of: $0.key, $0.value) })
    try insert("input", run.inputs.enumerated().map(Self.row))
    try insert("excluded", run.excluded.map { [$0.key, $0.value] })
    try insert("measure", run.metrics.enumerated().map(Self.row))
    try insert(
      "rule",
      run.rules.enumerated().map { [$0, $1.id, $1.severity.rawValue, $1.count] }
    )
    try insert("clause", (run.gate?.clauses ?? []).enumerated().map(Self.row))
  }

  private func insert(_ decision: RunDecision) throws {
    let state = try String.fetchOne(
      database,
      sql: "SELECT state FROM run WHERE sequence = ?",
      arguments: [decision.run]
    )
    guard let state else {
      throw LedgerError.noSuchRun(
        path: path,
        run: decision.run,
        why: "there is no run of that number; 'assay history' lists them"
      )
    }
    guard decision.verdict == .reject || state == RunState.complete.rawValue else {
      throw LedgerError.noSuchRun(
        path: path,
        run: decision.run,
        why: "is \(state), and only a complete run can be accepted"
      )
    }
    try insert(
      "decision",
      [[decision.run, decision.verdict.rawValue, decision.person, decision.reason]]
    )
  }

  private func insert(_ table: String, _ rows: [[(any DatabaseValueConvertible)?]]) throws {
    guard let table = LedgerTable.all.first(where: { $0.name == table }), !rows.isEmpty else {
      return
    }
    let statement = try database.cachedStatement(sql: table.insertion)
    for row in rows { try statement.execute(arguments: StatementArguments([sequence] + row)) }
  }

  // MARK: Rows

  private static func row(
    of name: String,
    _ value: AuditReport.ParameterValue
  ) -> [(any DatabaseValueConvertible)?] {
    switch value {
    case .number(let number): [name, stored(number), nil]
    case .text(let text): [name, nil, text]
    }
  }

  private static func row(
    _ position: Int,
    _ input: AuditReport.Input
  ) -> [(any DatabaseValueConvertible)?] {
    [
      position, input.role, input.name, input.format, input.sha256, input.images,
      input.annotations, input.categories, input.quarantined,
    ]
  }

  private static func row(
    _ position: Int,
    _ record: MetricRecord
  ) -> [(any DatabaseValueConvertible)?] {
    [
      SliceText.text(of: record.slice), record.id, position, record.value.map(stored), record.n,
      record.interval.map { stored($0.low) }, record.interval.map { stored($0.high) },
      record.interval?.method, record.undefinedReason,
    ]
  }

  private static func row(
    _ position: Int,
    _ clause: GateResult.Clause
  ) -> [(any DatabaseValueConvertible)?] {
    [
      position, clause.metric, SliceText.text(of: clause.slice), clause.target, clause.bound,
      clause.verdict.rawValue, clause.measured.map(stored), clause.reason,
    ]
  }

  /// SQLite keeps no sign of a zero.
  private static func stored(_ number: Double) -> Double { number == 0 ? 0 : number }
}
