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
      probabilities (--probabilities), or both. With --images alone a built-in descriptor of colours \
      and edges makes the vectors: it needs no model and is weak beside one. With any of them --images \
      puts pictures of suspects and of their neighbours into the report. The queue is written as suspects.csv; fill its last \
      column with accept, edit, reject or defer and hand it back with --verdicts.

      Example:
        assay suspects labels.csv --embeddings vectors.npy --output suspects
        assay suspects Fixtures/street/gold.json --images Fixtures/street/images --output suspects
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

  @OptionGroup(title: "Images")
  var images: ImageOptions

  @OptionGroup(title: "Review")
  var review: ReviewOptions

  @OptionGroup
  var options: ReportOptions

  func validate() throws {
    guard vectors.embeddings != nil || probabilities != nil || images.path != nil else {
      throw ValidationError("give --embeddings, --probabilities, or --images")
    }
    guard outlier > 1, outlier.isFinite else { throw ValidationError("--outlier must be above 1") }
    guard (0...1).contains(nearDuplicate) else {
      throw ValidationError("--near-duplicate must be 0 to 1")
    }
    guard review.queue != "-" || (options.output.json != "-" && options.output.html != "-") else {
      throw ValidationError("only one of --queue, --json and --html can go to standard output")
    }
    _ = try fused()
  }

  func run() async throws {
    // What is wrong with small files is told before the large ones are read.
    let policy = try options.gate.readPolicy()
    let verdicts = try review.readVerdicts()
    let source = try images.source()
    try options.ledger.check()
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
    if let unknown = outcome.queue.unknownVerdicts.first {
      throw CommandFailure(
        "\(outcome.queue.unknownVerdicts.count) verdicts are about no item of the queue, the first "
          + "about '\(unknown)'"
      )
    }
    let written = try review.write(
      outcome.queue,
      of: input.items,
      from: dataset,
      to: options.output
    )
    try options.conclude(outcome.report, policy: policy, alsoWritten: written)
  }

  private func suspectRun(_ fused: [SuspectScore], _ policy: Policy?) -> SuspectRun {
    var run = SuspectRun(
      findingsPerRule: options.findingsKept(policy),
      threads: options.run.threads
    )
    run.analysis.k = vectors.k
    run.analysis.distance = vectors.distance
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
