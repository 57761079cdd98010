import ArgumentParser
import Audits
import Geometry
import Metrics

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two annotators of the same images: agreement, confusion, missing objects.",
    discussion: """
      A and B are COCO files or VOC folders, in any mixture. Images pair by file name, then by stem; \
      categories by name. What has no counterpart is counted and printed.

      Example:
        assay compare Fixtures/street/annotator-a.json Fixtures/street/annotator-b.json --output ab
      """
  )

  @Argument(help: "The first annotator's data set.")
  var a: String

  @Argument(help: "The second annotator's data set.")
  var b: String

  @OptionGroup(title: "Matching")
  var matching: MatchingArguments

  @OptionGroup
  var options: ReportOptions

  func run() async throws {
    let policy = try options.gate.readPolicy()
    let comparison = ComparisonRun(
      matching: matching.options,
      rules: options.rules.settings,
      findingsPerRule: options.rules.findingsPerRule,
      bootstrap: options.run.imageBootstrap
    )
    let read = try await options.read([("a", a), ("b", b)])
    try options.conclude(await comparison.report(on: read[0], read[1]), policy: policy)
  }
}
