import ArgumentParser
import Audits
import Findings

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Judges a stored report by a policy, without the data set.",
    discussion: """
      REPORT is the report.json of an earlier audit or comparison. Each clause of the policy gets a \
      verdict; the exit code is 1 where one failed, and with --strict 3 where one is inconclusive. With \
      --baseline, limits count only findings that the baseline does not have.

      Example:
        assay audit Fixtures/street/broken.json --output audit
        assay gate audit/report.json --policy Fixtures/street/policy-audit.yml  # exit code 1
      """
  )

  @Argument(help: "A report as JSON, as --output and --json write it.", completion: .file())
  var report: String

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @Option(
    help: ArgumentHelp(
      "The series in --reference-ledger that the report belongs to.",
      valueName: "name"
    )
  )
  var series: String = ""

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func validate() throws {
    guard gate.policy != nil || gate.writeBaseline != nil else {
      throw ValidationError("--policy is missing: it says what the report is judged by")
    }
    guard series.isEmpty || gate.referenceLedger != nil else {
      throw ValidationError("--series goes with --reference-ledger")
    }
  }

  func run() throws {
    let stored = try ReportFile.read(report)
    try gate.check(categories: stored.categories)
    let policy = try gate.readPolicy()
    if let missing = policy.map({ stored.tolerancesMissing(of: $0) }), !missing.isEmpty {
      throw CommandFailure(
        "\(report): was made with another \(missing.joined(separator: ", ")) than the policy sets; "
          + "run the audit itself with the policy"
      )
    }
    try ReportEnding(
      gate: gate,
      output: output,
      ledger: nil,
      series: series,
      terminal: terminal
    ).conclude(stored, policy: policy)
  }
}
