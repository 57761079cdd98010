import Annotations
import ArgumentParser
import Digests
import Findings
import Formats
import Ledger
import Reports

/// The history that a run is entered into.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Enter the run into this history (a SQLite file, made where there is none); 'assay history' \
      shows it.
      """,
      valueName: "quality.sqlite"
    ),
    completion: .file()
  )
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "What the runs of one data set or project have in common; trends are drawn within a series.",
      valueName: "name"
    )
  )
  var series: String = ""

  @Option(
    help: ArgumentHelp(
      "The time to enter in place of the clock's, in UTC: 2026-11-21T09:30:00Z.",
      valueName: "time"
    )
  )
  var recordedAt: UTCTime?

  /// A series goes with --reference-ledger, too; who has both options checks that.
  func validate() throws {
    guard ledger != nil || recordedAt == nil else {
      throw ValidationError("--recorded-at goes with --ledger")
    }
  }

  /// Opens the ledger, so that one that cannot be added to is told before the data set is read.
  func check() throws(CommandFailure) {
    guard let ledger else { return }
    try Self.reported { () throws(LedgerError) in try Ledger(appendingTo: ledger).close() }
  }

  /// Enters a report.
  ///
  /// - Returns: The end of the chain after it; `nil` where no ledger was named.
  func enter(_ report: AuditReport) throws(CommandFailure) -> LedgerEntry.Header? {
    guard ledger != nil else { return nil }
    let json = Array(JSONReport().text(of: report).utf8)
    return try enter(RunRecord(report, series: series, reportSHA256: SHA256.of(json)))
  }

  /// Enters that a command could not make its report.
  func enterFailure(of command: String, _ reason: String) throws(CommandFailure) {
    _ = try enter(RunRecord(failed: reason, tool: .current, command: command, series: series))
  }

  private func enter(_ run: RunRecord) throws(CommandFailure) -> LedgerEntry.Header? {
    guard let ledger else { return nil }
    let recorded = recordedAt ?? .now
    let name = fileName(of: ledger)
    let work = Work.begin(WorkStep("entering into \(name)", of: 1, "run"))
    defer { work?.end() }
    return try Self.reported { () throws(LedgerError) in
      let open = try Ledger(appendingTo: ledger)
      let header = try open.append(.run(run), recorded: recorded.description)
      try open.close()
      return header
    }
  }

  /// Turns an error of the ledger into one that ends the program.
  static func reported<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(LedgerError) { return try body() } catch {
      throw CommandFailure(error.description, isOfLedger: true)
    }
  }
}
