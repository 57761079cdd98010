import ArgumentParser
import Audits
import Findings
import Formats
import Statistics

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says how many objects to inspect, what a sample shows, and draws it.",
    discussion: """
      Alone, it prints how large a sample has to be to show a defect rate. --prove or --aql with --ltpd \
      make one plan; --inspected and --results say what a finished inspection shows; --report takes an audit for a \
      pilot. With DATASET the plan is for its objects or images, and --sample and --sample-csv draw it, \
      the same bytes for the same seed.

      Example:
        assay plan --aql 1% --ltpd 5%
        assay plan --inspected 598 --defects 0
        assay plan Fixtures/street/gold.json --prove 5% --stratify category --sample sample.json \
      --sample-csv sample.csv
        assay plan --results sample.csv
      """
  )

  @Argument(help: "The data set to draw from: anything that 'audit' reads.", completion: .file())
  var dataset: String?

  @OptionGroup(title: "Plan")
  var plan: PlanOptions

  @Option(
    help: ArgumentHelp(
      "Take this audit's report for a pilot: what does it show, and what next?",
      valueName: "report.json"
    ),
    completion: .file()
  )
  var report: String?

  @Option(
    help: "With --report: from which severity on a finding is a defect: info, warning or error."
  )
  var severity: Severity = .error

  @OptionGroup(title: "Sample")
  var sample: SampleOptions

  @Option(
    help: ArgumentHelp("Write the answers as JSON; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var json: String?

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func validate() throws {
    guard dataset != nil || !sample.needsDataset else {
      throw ValidationError("a sample is drawn from a DATASET; none is given")
    }
    guard dataset == nil || plan.lot == nil else {
      throw ValidationError("--lot and DATASET both say how large the delivery is; give one")
    }
    guard dataOnStandardOutput <= 1 else {
      throw ValidationError(
        "only one of --json, --sample and --sample-csv can go to standard output"
      )
    }
  }

  func run() async throws {
    let pilot = try report.map { try self.pilot($0) }
    var frame: SampleFrame?
    if let dataset { frame = try await self.frame(dataset) }
    let run = PlanRun(options: plan, sampling: sample, frame: frame)
    var answer = try run.answer()
    answer.report.pilot = pilot
    if let drawn = answer.drawn { answer.report.sample?.lost = try write(drawn) }
    if let json { try TextOutput.write(answer.report.json, to: json) }
    guard !terminal.quiet else { return }
    let terminal = dataOnStandardOutput > 0 ? Terminal.standardError : .standardOutput
    terminal.write(PlanText(answer.report).text)
  }

  private var dataOnStandardOutput: Int {
    [json, sample.sample, sample.sampleCSV].count { $0 == "-" }
  }

  private func pilot(_ path: String) throws -> PlanReport.Pilot {
    guard let pilot = PilotEvidence(try ReportFile.read(path), severity: severity) else {
      throw CommandFailure("\(path): the report of an audit was expected, found another command's")
    }
    return PlanReport.Pilot(
      pilot,
      report: fileName(of: path),
      target: plan.prove?.value ?? plan.ltpd?.value ?? 0.005,
      options: plan
    )
  }

  private func frame(_ path: String) async throws -> SampleFrame {
    let keys = try sample.keys()
    let input = try DetectedInput(path, role: "dataset", quiet: terminal.quiet)
    let read = try await DetectedInput.read([input], threads: 1)[0]
    let unread = read.result.quarantined.count
    if unread > 0, !terminal.quiet {
      Terminal.standardError.line("\(unread) records of \(path) are unusable and cannot be drawn")
    }
    return SampleFrame(
      read.result.dataset,
      unit: sample.unit,
      keys: keys,
      tiers: try tiers(Delivery.categories(of: [read]))
    )
  }

  private func tiers(_ categories: [String]) throws(CommandFailure) -> PrecisionTiers? {
    guard let path = sample.policy else { return nil }
    let tiers = PrecisionTiers(try PolicyFile.read(path).checked(categories: categories))
    guard !tiers.isEmpty else {
      throw CommandFailure(
        "\(path): no clause promises a precision ('metric: iou-share' with 'tier' or 'iou')"
      )
    }
    return tiers
  }

  /// - Returns: What the COCO file cannot hold.
  private func write(_ drawn: DrawnSample) throws -> [ConversionReport.Lost] {
    if let path = sample.sampleCSV { try TextOutput.write(SampleCSV(drawn).text, to: path) }
    guard let path = sample.sample else { return [] }
    let loss = try COCOWriter.write(drawn.dataset) { _, text throws(CommandFailure) in
      try TextOutput.write(text, to: path)
    }
    return loss.records.map { ConversionReport.Lost(kind: $0.kind.rawValue, count: $0.count) }
  }
}
