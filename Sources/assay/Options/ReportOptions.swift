import ArgumentParser
import Audits
import Findings

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

  func validate() throws {
    guard ledger.series.isEmpty || ledger.ledger != nil || gate.referenceLedger != nil else {
      throw ValidationError("--series goes with --ledger or --reference-ledger")
    }
  }

  /// Reads what stands at each path, in the order given, and tells what is wrong with a policy for it.
  func read(_ paths: [(role: String, path: String)]) async throws(CommandFailure) -> [Delivery] {
    try ledger.check()
    var inputs: [DetectedInput] = []
    for (role, path) in paths {
      inputs.append(try DetectedInput(path, role: role, quiet: run.quiet))
    }
    try output.refuse(replacing: inputs.map(\.file))
    let read = try await DetectedInput.read(inputs, threads: run.threads)
    try gate.check(categories: Delivery.categories(of: read))
    return read
  }

  /// Tolerances of the rules: the policy's, unless the command line gives one.
  func ruleSettings(_ policy: Policy?) -> RuleSettings { rules.settings(policy) }

  /// How many findings of each rule a run has to keep; the report that is written keeps
  /// `--findings-per-rule`.
  func findingsKept(_ policy: Policy?) -> Int {
    gate.needsAllFindings(policy) ? .max : rules.findingsPerRule
  }

  /// Judges, writes, enters and tells the report, and names the files that the command wrote before it.
  ///
  /// - Throws: `ExitCode` where the gate did not pass, `CommandFailure` where a file cannot be written.
  func conclude(_ report: AuditReport, policy: Policy?, alsoWritten: [String] = []) throws {
    let report = policy.map { report.noting(ruleSettings($0), of: $0) } ?? report
    try ReportEnding(
      gate: gate,
      output: output,
      ledger: ledger,
      series: ledger.series,
      terminal: run.terminal
    ).conclude(
      report,
      policy: policy,
      findingsPerRule: rules.findingsPerRule,
      alsoWritten: alsoWritten
    )
  }
}
