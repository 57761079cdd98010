import ArgumentParser
import Audits
import Embeddings
import Findings

extension SuspectScore: ExpressibleByArgument {}

struct SuspectsCommand: AsyncParsableCommand, RecordedCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspects",
    abstract: "Ranks the labels that are most likely wrong, and says why.",
    discussion: """
      DATASET is a data set, a CSV with the columns item and label, or whole numbers of NumPy \
      (labels.npy, FILE.npz:NAME). Give vectors of its objects (--embeddings), a model's predicted \
      probabilities (--probabilities), or both. The queue is written as suspects.csv; fill its last \
      column with accept, edit, reject or defer and hand it back with --verdicts.

      Example:
        assay suspects labels.csv --embeddings vectors.npy --output suspects
      """
  )

  @Argument(help: "A data set, or a list of labels.")
  var dataset: String

  @OptionGroup(title: "Vectors")
  var vectors: VectorOptions

  @Option(
    help: ArgumentHelp(
      """
      A model's probabilities, made out of sample: one row an object, one column a category in the \
      order of the data set. Files and keys as for --embeddings.
      """,
      valueName: "file"
    )
  )
  var probabilities: String?

  @Option(
    help: """
      The scores that make the ranking, separated by commas: \
      \(SuspectScore.allCases.map(\.rawValue).joined(separator: ", ")).
      """
  )
  var fuse: String = SuspectScore.fusedByDefault.map(\.rawValue).joined(separator: ",")

  @Option(help: "How many times the usual distance to its neighbours makes an object an outlier.")
  var outlier = 3.0

  @Option(
    help: """
      Two objects are nearly the same up to this share of the median distance to the nearest neighbour.
      """
  )
  var nearDuplicate = 0.1

  @Option(
    help: ArgumentHelp(
      "What reviewers said: a CSV with the columns item and verdict (accept, edit, reject, defer).",
      valueName: "file"
    )
  )
  var verdicts: String?

  @Option(help: ArgumentHelp("Write the queue as CSV; '-' for standard output.", valueName: "file"))
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Write a COCO file of only the suspects and their images.",
      valueName: "file"
    )
  )
  var suspectsCoco: String?

  @Option(
    help: ArgumentHelp("Write the suspects as tasks of Label Studio (JSON).", valueName: "file")
  )
  var labelStudio: String?

  @Option(
    help: ArgumentHelp("Write the suspects as CVAT for images 1.1 (XML).", valueName: "file")
  )
  var cvat: String?

  @OptionGroup
  var options: ReportOptions

  func validate() throws {
    guard vectors.embeddings != nil || probabilities != nil else {
      throw ValidationError("give --embeddings, --probabilities, or both")
    }
    guard outlier > 1, outlier.isFinite else { throw ValidationError("--outlier must be above 1") }
    guard (0...1).contains(nearDuplicate) else {
      throw ValidationError("--near-duplicate must be 0 to 1")
    }
    _ = try fused()
  }

  func run() async throws {
    let policy = try options.gate.readPolicy()
    let judged = try verdicts.map(VerdictFile.read) ?? [:]
    let input = try await SuspectInput(
      dataset,
      vectors,
      probabilities: probabilities,
      options
    )
    var run = SuspectRun(
      findingsPerRule: options.rules.findingsPerRule,
      threads: options.run.threads
    )
    run.analysis.k = vectors.k
    run.analysis.distance = vectors.distance
    run.analysis.nearDuplicateShare = nearDuplicate
    run.analysis.fused = try fused()
    run.outlierRatio = outlier
    let outcome = await run.outcome(
      of: input.items,
      vectors: input.vectors,
      probabilities: input.probabilities,
      verdicts: judged
    )
    if let unknown = outcome.queue.unknownVerdicts.first {
      throw CommandFailure(
        "\(outcome.queue.unknownVerdicts.count) verdicts are about no item of the queue, the first "
          + "about '\(unknown)'"
      )
    }
    try write(outcome, input.items)
    try options.conclude(outcome.report, policy: policy)
  }

  private func fused() throws -> [SuspectScore] {
    try fuse.split(separator: ",").map { name in
      guard let score = SuspectScore(rawValue: String(name)) else {
        throw ValidationError("--fuse: there is no score '\(name)'")
      }
      return score
    }
  }

  private func write(_ outcome: SuspectRun.Outcome, _ items: SuspectItems) throws {
    try options.output.makeFolders()
    let folder = options.output.output ?? options.output.csv
    let table = SuspectsCSV.text(of: outcome.queue)
    if queue == "-" {
      Terminal.standardOutput.write(table)
    } else if let path = queue ?? folder.map({ "\($0)/suspects.csv" }) {
      try AtomicFile.write(table, to: path)
    }
    if let folder {
      try AtomicFile.write(SuspectsCSV.budget(of: outcome.queue), to: "\(folder)/budget.csv")
    }
    let export = SuspectExport(items, outcome.queue)
    for (path, text) in [
      (suspectsCoco, export.coco), (labelStudio, export.labelStudio), (cvat, export.cvat),
    ] {
      guard let path else { continue }
      guard let text else {
        throw CommandFailure("\(dataset): a list of labels has no boxes to write to \(path)")
      }
      try AtomicFile.write(text, to: path)
    }
  }
}
