import Annotations
import ArgumentParser
import Audits
import Embeddings
import Findings
import Formats

extension SuspectScore: ExpressibleByArgument {}

struct SuspectsCommand: AsyncParsableCommand, RecordedCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspects",
    abstract: "Ranks the labels that are most likely wrong, and says why.",
    discussion: """
      DATASET is a data set, a CSV with the columns item and label, or whole numbers of NumPy \
      (labels.npy, FILE.npz:NAME). Give vectors of its objects (--embeddings), a model's predicted \
      probabilities (--probabilities), or both. With --images alone a built-in descriptor of colours \
      and edges makes the vectors: it needs no model and is weak beside one. With any of them --images \
      puts pictures of suspects and of their neighbours into the report. A detector's predictions \
      (--predictions) make a queue of their own. The queue is written as suspects.csv; fill its last \
      column with accept, edit, reject or defer and hand it back with --verdicts.

      Example:
        assay suspects labels.csv --embeddings vectors.npy --output suspects
        assay suspects Fixtures/street/gold.json --images Fixtures/street/images --output suspects
        assay suspects train.json --predictions results.json --output suspects
      """
  )

  @Argument(help: "A data set, or a list of labels.", completion: .file())
  var dataset: String

  @OptionGroup(title: "Vectors")
  var vectors: VectorOptions

  @Option(
    name: .customLong("neighbour-search"),
    help: """
      exact: by all distances; approximate: by a graph (hnswlib), with the measured recall in the report; \
      auto: exact up to \(NeighbourMethod.exactLimit) vectors.
      """
  )
  var method: NeighbourMethod = .automatic

  @Option(
    help: ArgumentHelp(
      """
      A model's probabilities, made out of sample: one row an object, one column a category in the \
      order of the data set. Files and keys as for --embeddings.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var probabilities: String?

  @Option(
    help: """
      The scores that make the ranking, separated by commas: \
      \(SuspectScore.allCases.map(\.rawValue).joined(separator: ", ")). Without it: \
      \(SuspectScore.fusedByDefault.map(\.rawValue).joined(separator: ", ")), of those that can be had.
      """
  )
  var fuse: String?

  @Option(help: "How many times the usual distance to its neighbours makes an object an outlier.")
  var outlier = 3.0

  @Option(
    help: """
      Two objects are nearly the same up to this share of the median distance to the nearest neighbour.
      """
  )
  var nearDuplicate = 0.1

  @OptionGroup(title: "Predictions")
  var predictions: PredictionArguments

  @OptionGroup(title: "Images")
  var images: ImageOptions

  @OptionGroup(title: "Review")
  var review: ReviewOptions

  @OptionGroup
  var options: ReportOptions

  func validate() throws {
    let hasScores = vectors.embeddings != nil || probabilities != nil
    guard hasScores || images.path != nil || predictions.predictions != nil else {
      throw ValidationError("give --embeddings, --probabilities, --images, or --predictions")
    }
    guard !hasScores || predictions.predictions == nil else {
      throw ValidationError(
        "--predictions makes a queue of its own: run it without --embeddings and --probabilities"
      )
    }
    guard fuse == nil || predictions.predictions == nil else {
      throw ValidationError("--fuse does not go with --predictions")
    }
    guard outlier > 1, outlier.isFinite else { throw ValidationError("--outlier must be above 1") }
    guard (0...1).contains(nearDuplicate) else {
      throw ValidationError("--near-duplicate must be 0 to 1")
    }
    guard review.queue != "-" || options.output.toStandardOutput == 0 else {
      throw ValidationError("only one of --queue and the report can go to standard output")
    }
    _ = try fused()
  }

  func run() async throws {
    // What is wrong with small files is told before the large ones are read.
    let policy = try options.gate.readPolicy()
    let verdicts = try review.readVerdicts()
    try options.ledger.check()
    if let path = predictions.predictions {
      try await judge(by: path, policy, verdicts)
    } else {
      try await rank(policy, verdicts)
    }
  }

  /// Labels against a detector's predictions.
  private func judge(
    by path: String,
    _ policy: Policy?,
    _ verdicts: [String: ReviewVerdict]
  ) async throws {
    guard LabelListFile.recognise(dataset) == nil else {
      throw CommandFailure("\(dataset): a list of labels has no boxes to hold predictions against")
    }
    let source = try images.source()
    let read = try await options.read([("dataset", dataset), ("predictions", path)])
    let run = PredictionRun(
      options: predictions.options,
      findingsPerRule: options.findingsKept(policy),
      threads: options.run.threads
    )
    let outcome: PredictionRun.Outcome
    do throws(PredictionRun.Unusable) {
      outcome = try await run.outcome(labels: read[0], predictions: read[1], verdicts: verdicts)
    } catch {
      throw CommandFailure(error.description)
    }
    let report = await images.illustrated(
      outcome.report,
      from: source,
      of: read,
      threads: options.run.threads
    )
    try conclude(report, outcome.queue, of: read[0].result.dataset, policy)
  }

  /// Labels against vectors and probabilities.
  private func rank(_ policy: Policy?, _ verdicts: [String: ReviewVerdict]) async throws {
    let source = try images.source()
    let input = try await SuspectInput(
      dataset,
      vectors,
      probabilities: probabilities,
      images: source,
      options.run
    )
    var run = suspectRun(try fused(), policy)
    run.images = source
    run.pictures = images.pictures
    run.withoutPicture = input.withoutPicture
    let outcome = await run.outcome(
      of: input.items,
      vectors: input.vectors,
      probabilities: input.probabilities,
      verdicts: verdicts
    )
    try conclude(outcome.report, outcome.queue, of: input.items.dataset, policy)
  }

  private func conclude(
    _ report: AuditReport,
    _ queue: ReviewQueue,
    of read: Dataset?,
    _ policy: Policy?
  ) throws {
    try review.check(queue)
    let written = try review.write(queue, of: read, from: dataset, to: options.output)
    try options.conclude(report, policy: policy, alsoWritten: written)
  }

  private func suspectRun(_ fused: [SuspectScore], _ policy: Policy?) -> SuspectRun {
    var run = SuspectRun(
      findingsPerRule: options.findingsKept(policy),
      threads: options.run.threads
    )
    run.analysis.k = vectors.k
    run.analysis.distance = vectors.distance
    run.analysis.method = method
    run.analysis.nearDuplicateShare = nearDuplicate
    run.analysis.fused = fused
    run.outlierRatio = outlier
    return run
  }

  /// Whether vectors are given, or the built-in descriptor makes them.
  private var hasVectors: Bool { vectors.embeddings != nil || probabilities == nil }

  /// The scores asked for, or those usual for what was given; each can be had from what was given.
  private func fused() throws -> [SuspectScore] {
    let available = SuspectScore.allCases.filter {
      $0.isOfProbabilities ? probabilities != nil : hasVectors
    }
    guard let fuse else { return SuspectScore.fusedByDefault.filter(available.contains) }
    let names = fuse.split(separator: ",", omittingEmptySubsequences: false)
    let scores = try names.map { name in
      guard let score = SuspectScore(rawValue: String(name)) else {
        throw ValidationError("--fuse: there is no score '\(name)'")
      }
      guard available.contains(score) else {
        throw ValidationError(
          "--fuse: '\(name)' needs \(score.isOfProbabilities ? "--probabilities" : "--embeddings")"
        )
      }
      return score
    }
    guard Set(scores).count == scores.count else {
      throw ValidationError("--fuse names a score twice")
    }
    return scores
  }
}
