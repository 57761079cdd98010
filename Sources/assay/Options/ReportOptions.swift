import ArgumentParser
import Audits
import Findings
import Ledger
import Reports

/// What every command that makes a report is told, and what it does with the report in the end.
struct ReportOptions: ParsableArguments {
  @OptionGroup(title: "Rules")
  var rules: RuleOptions

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "History")
  var ledger: LedgerOptions

  @OptionGroup(title: "Run")
  var run: RunOptions

  /// Reads what stands at each path, in the order given.
  func read(_ paths: [(role: String, path: String)]) async throws(CommandFailure) -> [Delivery] {
    try ledger.check()
    var inputs: [DetectedInput] = []
    for (role, path) in paths {
      inputs.append(try DetectedInput(path, role: role, quiet: run.quiet))
    }
    return try await DetectedInput.read(inputs, threads: run.threads)
  }

  /// Judges, writes, enters and tells the report.
  ///
  /// - Throws: `ExitCode` where the gate did not pass, `CommandFailure` where a file cannot be written.
  func conclude(_ report: AuditReport, policy: Policy?) throws {
    var report = report
    if let policy {
      report.gate = Gate(policy).judge(report)
      report = InfeasibleTarget.marked(report)
    }
    let written = try output.write(report)
    let entered = try ledger.enter(report)
    if !run.quiet {
      let isColoured = run.terminal.coloured(.standardError)
      let summary = SummaryText(isColoured: isColoured, files: written)
      Terminal.standardError.write(summary.text(of: report))
      if let entered { Terminal.standardError.line("entered as run \(entered.sequence)") }
    }
    switch report.gate?.verdict {
    case .fail: throw ExitCode(1)
    case .inconclusive where gate.strict: throw ExitCode(3)
    default: break
    }
  }
}
