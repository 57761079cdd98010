import ArgumentParser
import Audits
import Findings
import Ledger
import Reports

/// Judges, writes, enters and tells a report: the end of every command that makes or reads one.
struct ReportEnding {
  let gate: GateOptions
  let output: OutputOptions
  /// `nil` where there is no run to be entered.
  let ledger: LedgerOptions?
  /// What the accepted runs that judge it are entered under.
  var series = ""
  let terminal: TerminalOptions

  /// Of each rule as many findings are written as `findingsPerRule` says; `nil` for all that are there.
  ///
  /// Files that the command wrote before are named with the others.
  ///
  /// - Throws: `ExitCode` where the gate did not pass, `CommandFailure` where a file cannot be written.
  func conclude(
    _ report: AuditReport,
    policy: Policy?,
    findingsPerRule: Int? = nil,
    alsoWritten: [String] = []
  ) throws {
    var judged = report
    if let policy {
      try gate.check(categories: report.categories)
      judged = try gate.gate(policy, for: report, series: series).judged(report)
    }
    try output.makeFolders()
    var written: [String] = []
    if let path = gate.writeBaseline {
      try write(FindingBaseline(judged.unjudged), to: path)
      written.append(path)
    }
    if let findingsPerRule { judged = judged.keeping(findingsPerRule: findingsPerRule) }
    written = try output.write(judged, policy: gate.policy) + written + alsoWritten
    let entered = try ledger?.enter(judged)
    if !terminal.quiet {
      let isColoured = terminal.coloured(.standardError)
      let summary = SummaryText(isColoured: isColoured, files: written)
      Terminal.standardError.write(summary.text(of: judged))
      if let entered { Terminal.standardError.line("entered as run \(entered.sequence)") }
    }
    switch judged.gate?.verdict {
    case .fail: throw ExitCode(1)
    case .inconclusive where gate.strict: throw ExitCode(3)
    default: break
    }
  }

  private func write(_ baseline: FindingBaseline, to path: String) throws(CommandFailure) {
    let incomplete = baseline.incompleteRules
    guard incomplete.isEmpty else {
      throw CommandFailure(
        "\(path): not written: the report does not keep every finding of "
          + "\(incomplete.joined(separator: ", ")); write the baseline with the audit itself"
      )
    }
    try AtomicFile.write(BaselineJSON.text(of: baseline), to: path)
  }
}
