import ArgumentParser
import Audits
import Findings

struct CostEstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Estimates the cost; what 'assay cost' does where no other part of it is named.",
    discussion: """
      Example:
        assay cost estimate --labels 200000 --price 0.05 --scenario crowd managed
      """
  )

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Scenarios to set side by side: YAML files, or names that 'assay cost presets' lists. The first \
      is the one that the others are compared with.
      """,
      valueName: "a.yml b.yml"
    )
  )
  var scenario: [String] = []

  @OptionGroup(title: "Numbers")
  var figures: CostFigureOptions

  @Option(help: "What money is counted in: EUR, cents, …; without it the amounts have no name.")
  var currency: String?

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "History")
  var ledger: LedgerOptions

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func run() throws {
    let policy = try gate.readPolicy()
    try ledger.check()
    let run = CostRun(scenarios: try scenarios())
    let report: AuditReport
    do throws(CostProblem) { report = try run.report() } catch {
      throw CommandFailure(error.description)
    }
    try ReportEnding(
      gate: gate,
      output: output,
      ledger: ledger,
      series: ledger.series,
      terminal: terminal
    ).conclude(report, policy: policy)
  }

  private func scenarios() throws(CommandFailure) -> [CostScenario] {
    var scenarios: [CostScenario] = []
    for name in scenario {
      let read = try ScenarioFile.read(name).scenario
      guard !scenarios.contains(where: { $0.name == read.name }) else {
        throw CommandFailure("\(name): there is a scenario '\(read.name)' already")
      }
      scenarios.append(read)
    }
    if scenarios.isEmpty { scenarios = [CostScenario(name: "given")] }
    return scenarios.map { scenario in
      var scenario = figures.applied(to: scenario)
      if let currency { scenario.currency = currency }
      return scenario
    }
  }
}
