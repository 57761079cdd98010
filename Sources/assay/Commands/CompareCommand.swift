import Annotations
import ArgumentParser
import Audits
import Findings
import Formats
import Geometry
import Metrics

struct CompareCommand: AsyncParsableCommand, RecordedCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares annotators of the same images: agreement, confusion, missing objects.",
    discussion: """
      Each DATASET is a COCO file or VOC folder, in any mixture, and one annotator's work. Images pair \
      by file name, then by stem; categories by name. What has no counterpart is counted and printed. \
      Two data sets are compared object by object; more of them as a panel: all together, every pair, \
      and what each annotator adds. A single data set is cut by the annotators that it names. A CSV \
      with the columns item, annotator, label (or value, for numbers) and perhaps seconds is compared \
      as labels of whole items.

      Example:
        assay compare Fixtures/street/annotator-a.json Fixtures/street/annotator-b.json --output ab
      """
  )

  @Argument(
    help: "The data sets: one an annotator, or one that names several annotators.",
    completion: .file()
  )
  var datasets: [String]

  @OptionGroup(title: "Matching")
  var matching: MatchingArguments

  @Flag(help: "Give agreement over τ = 0.3 … 0.95 too, and the τ that best tells it from chance.")
  var curve = false

  @Flag(
    help:
      "Give κ with missing objects as a category too; it is biased, and no clause should rest on it."
  )
  var kappaBackground = false

  @Option(
    help: ArgumentHelp(
      """
      A data set that is taken for right: each annotator is judged by it (missing, extra and misnamed \
      objects, tightness, rank). Without it, by what most of the others drew.
      """,
      valueName: "dataset"
    ),
    completion: .file()
  )
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "For a table of labels: write the consensus label of every item as CSV.",
      valueName: "file"
    ),
    completion: .file()
  )
  var consensus: String?

  @Option(
    help: ArgumentHelp(
      "For a table of labels: the true labels, a CSV with the columns item and label.",
      valueName: "file"
    ),
    completion: .file()
  )
  var labelReference: String?

  @OptionGroup(title: "Annotators")
  var annotators: AnnotatorOptions

  @OptionGroup(title: "Images")
  var images: ImageOptions

  @OptionGroup
  var options: ReportOptions

  func validate() throws {
    guard datasets.count <= InputRoles.names.count else {
      throw ValidationError("at most \(InputRoles.names.count) data sets can be compared at once")
    }
  }

  func run() async throws {
    let policy = try options.gate.readPolicy()
    let source = try images.source()
    if datasets.count == 1, let reason = LabelFile.recognise(datasets[0]) {
      try checkLabelOptions(source)
      try options.ledger.check()
      return try options.conclude(labelReport(reason, policy), policy: policy)
    }
    for (option, isGiven) in [
      ("--consensus", consensus != nil), ("--label-reference", labelReference != nil),
    ] where isGiven {
      throw CommandFailure(
        "\(option) is for a table of labels; see 'assay consensus' and --reference"
      )
    }
    var named = zip(InputRoles.names, datasets).map { ($0, $1) }
    if let reference { named.append(("reference", reference)) }
    let read = try await options.read(named)
    try matching.checkCrowding(of: read)
    let report = try await report(on: read, policy)
    try options.conclude(
      await images.illustrated(report, from: source, of: read, threads: options.run.threads),
      policy: policy
    )
  }

  /// What only boxes have is refused, not passed over.
  private func checkLabelOptions(_ source: ImageSource?) throws(CommandFailure) {
    let useless: [(option: String, isGiven: Bool)] = [
      ("--images", source != nil), ("--curve", curve), ("--kappa-background", kappaBackground),
      ("--reference", reference != nil), ("--cohort", !annotators.cohort.isEmpty),
      ("--attribute", !annotators.attribute.isEmpty),
    ]
    guard let first = useless.first(where: \.isGiven) else { return }
    throw CommandFailure(
      "\(datasets[0]): a table of labels has no boxes; \(first.option) is for data sets"
    )
  }

  /// A table of labels in place of a data set.
  private func labelReport(_ reason: String, _ policy: Policy?) throws -> AuditReport {
    let path = datasets[0]
    if !options.run.quiet { Terminal.standardError.line("reading \(path) as labels: \(reason)") }
    let outcome = LabelRun(findingsPerRule: options.findingsKept(policy)).outcome(
      of: try readable { () throws(FormatError) in try LabelFile.read(path) },
      name: fileName(of: path),
      detected: reason,
      reference: try labelReference.map { path in
        try readable { () throws(FormatError) in try LabelReference.read(path) }
      } ?? [:]
    )
    if let consensus {
      try options.output.makeFolders()
      try AtomicFile.write(ConsensusCSV.text(of: outcome.verdicts), to: consensus)
    }
    return outcome.report
  }

  private func readable<Result>(
    _ read: () throws(FormatError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(FormatError) { return try read() } catch {
      throw CommandFailure(error.description)
    }
  }

  private func report(
    on read: [Delivery],
    _ policy: Policy?
  ) async throws(CommandFailure) -> AuditReport {
    let settings = ComparisonSettings(
      matching: matching.options,
      rules: options.ruleSettings(policy),
      findingsPerRule: options.findingsKept(policy),
      bootstrap: options.run.imageBootstrap,
      scales: annotators.scales
    )
    let gold = reference == nil ? nil : read.last
    let delivered = gold == nil ? read[...] : read.dropLast()
    let names = delivered.count == 1 && gold == nil ? read[0].annotators : delivered.map(\.role)
    guard names.count > 1 || gold != nil else {
      throw CommandFailure.tooFewAnnotators(names.count, in: datasets[0])
    }
    if names.count == 2 && gold == nil {
      guard annotators.cohort.isEmpty else {
        throw CommandFailure("--cohort needs three annotators, or a --reference to judge two by")
      }
      let comparison = ComparisonRun(settings, curve: curve, kappaBackground: kappaBackground)
      return read.count == 2
        ? await comparison.report(on: read[0], read[1]) : await comparison.report(on: read[0])
    }
    guard !kappaBackground else {
      throw CommandFailure("--kappa-background needs two annotators and no --reference")
    }
    let panel = PanelRun(
      settings,
      cohorts: try annotators.cohorts(of: names),
      curve: curve
    )
    return read.count == 1
      ? await panel.report(on: read[0]) : await panel.report(on: Array(delivered), gold: gold)
  }
}
