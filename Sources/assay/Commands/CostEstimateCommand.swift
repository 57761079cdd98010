import ArgumentParser
import Audits
import Findings

struct CostEstimateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Estimates the cost; what 'assay cost' does where no other part of it is named.",
    discussion: """
      A measured defect rate counts for the scenarios that say 'defect-rate: measured', or else for the \
      first one. Its interval shows as a range of every result.

      Examples:
        assay cost estimate --labels 200000 --price 0.05 --scenario crowd managed
        assay cost --report Fixtures/street/broken.json --price 0.05
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

  @OptionGroup(title: "Measured defects")
  var defects: DefectOptions

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

  func validate() throws {
    if defects.report != nil || defects.before != nil,
      figures.given.contains(where: { $0.0 == .defectRate })
    {
      throw ValidationError(
        "--defect-rate and a measured one (--report, --before) exclude each other"
      )
    }
  }

  func run() async throws {
    let policy = try gate.readPolicy()
    try ledger.check()
    let given = try scenarios()
    let measured = try await defects.measured(quiet: terminal.quiet)
    let run = CostRun(
      scenarios: try complete(given, with: measured),
      inputs: measured?.inputs ?? [],
      measured: measured?.metrics ?? []
    )
    let report = try reported { () throws(CostProblem) in try run.report() }
    try ReportEnding(
      gate: gate,
      output: output,
      ledger: ledger,
      series: ledger.series,
      terminal: terminal
    ).conclude(report, policy: policy)
  }

  private func scenarios() throws(CommandFailure) -> [ScenarioReader.Reading] {
    var readings: [ScenarioReader.Reading] = []
    for name in scenario {
      let read = try ScenarioFile.read(name)
      guard !readings.contains(where: { $0.scenario.name == read.scenario.name }) else {
        throw CommandFailure("\(name): there is a scenario '\(read.scenario.name)' already")
      }
      readings.append(read)
    }
    return readings.isEmpty
      ? [.init(scenario: CostScenario(name: "given"), isMeasured: false)] : readings
  }

  /// The scenarios with what the options say and what was measured.
  private func complete(
    _ readings: [ScenarioReader.Reading],
    with measured: MeasuredDefects?
  ) throws(CommandFailure) -> [CostScenario] {
    let waiting = readings.filter(\.isMeasured).map(\.scenario.name)
    if measured == nil, let name = waiting.first,
      !figures.given.contains(where: { $0.0 == .defectRate })
    {
      throw CommandFailure("\(name): the defect rate is to be measured: --report is missing")
    }
    return readings.enumerated().map { position, reading in
      var scenario = figures.applied(to: reading.scenario)
      if let currency { scenario.currency = currency }
      let takes = waiting.isEmpty ? position == 0 : reading.isMeasured
      return takes ? measured?.applied(to: scenario) ?? scenario : scenario
    }
  }
}
