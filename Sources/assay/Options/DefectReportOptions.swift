import ArgumentParser
import Findings

/// What commands that compare the defects of two deliveries are told, and what they do in the end.
struct DefectReportOptions: ParsableArguments {
  @Option(help: "The least severity that makes a finding a defect: error, warning or info.")
  var severity: Severity = .error

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  /// Both deliveries: their reports, or audits of the data sets.
  func read(
    _ one: (role: String, path: String),
    _ other: (role: String, path: String)
  ) async throws(CommandFailure) -> (AuditedFile, AuditedFile) {
    (
      try await AuditedFile(one.path, role: one.role, quiet: terminal.quiet),
      try await AuditedFile(other.path, role: other.role, quiet: terminal.quiet)
    )
  }

  /// Judges, writes and tells the report.
  ///
  /// - Throws: `ExitCode` where the gate did not pass, `CommandFailure` where a file cannot be written.
  func conclude(_ report: AuditReport) throws {
    try ReportEnding(gate: gate, output: output, ledger: nil, series: "", terminal: terminal)
      .conclude(report, policy: try gate.readPolicy())
  }
}
