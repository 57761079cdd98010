import Annotations
import ArgumentParser
import Audits
import Findings
import Formats
import Metrics

struct ConsensusCommand: AsyncParsableCommand, RecordedCommand {
  static let configuration = CommandConfiguration(
    commandName: "consensus",
    abstract: "Merges annotators' data sets of the same images into one COCO file.",
    discussion: """
      Objects are brought together as 'compare' does. An object that reaches the quorum is written with \
      the median of its boxes' edges (where it has outlines, box and outline of the member most like \
      the others), the most probable category (annotators weighted by their reliability), and in its \
      attributes: support, who drew it, the probability of the category, and how well the boxes \
      agree. What does not reach the quorum is listed.

      Example:
        assay consensus Fixtures/street/annotator-a.json Fixtures/street/annotator-b.json \
      Fixtures/street/gold.json --quorum 2 --merged merged.json
      """
  )

  @Argument(
    help: "The data sets: one an annotator, or one that names several annotators.",
    completion: .file()
  )
  var datasets: [String]

  @Option(
    help: ArgumentHelp("The COCO file to write; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var merged: String

  @Option(help: "How many must have drawn an object; by default a majority of those assigned.")
  var quorum: Int?

  @OptionGroup(title: "Matching")
  var matching: MatchingArguments

  @OptionGroup
  var options: ReportOptions

  func validate() throws {
    if let quorum, quorum < 1 { throw ValidationError("--quorum must be at least 1") }
    guard datasets.count <= InputRoles.names.count else {
      throw ValidationError("at most \(InputRoles.names.count) data sets can be merged at once")
    }
    guard merged != "-" || options.output.toStandardOutput == 0 else {
      throw ValidationError("only one of --merged and the report can go to standard output")
    }
  }

  func run() async throws {
    let policy = try options.gate.readPolicy()
    let read = try await options.read(zip(InputRoles.names, datasets).map { ($0, $1) })
    let run = ConsensusRun(
      matching: matching.options,
      quorum: quorum,
      findingsPerRule: options.findingsKept(policy),
      threads: options.run.threads
    )
    if read.count == 1, read[0].annotators.count < 2 {
      throw CommandFailure.tooFewAnnotators(read[0].annotators.count, in: datasets[0])
    }
    try matching.checkCrowding(of: read)
    let outcome =
      read.count == 1 ? await run.outcome(of: read[0]) : await run.outcome(of: read)
    if merged == "-" {
      Terminal.standardOutput.write(outcome.document.text)
    } else {
      try options.output.makeFolders()
      try AtomicFile.write(outcome.document.text, to: merged)
    }
    try options.conclude(outcome.report, policy: policy)
  }
}
