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

  @OptionGroup(title: "Rules")
  var rules: RuleOptions

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Run")
  var run: RunOptions

  func run() async throws {
    let policy = try gate.readPolicy()
    var deliveries: [Delivery] = []
    for (path, role) in [(a, "a"), (b, "b")] {
      deliveries.append(
        try await Delivery.read(path, role: role, threads: run.threads, quiet: run.quiet)
      )
    }
    let comparison = ComparisonRun(
      matching: matching.options,
      rules: rules.settings,
      findingsPerRule: rules.findingsPerRule,
      bootstrap: run.imageBootstrap
    )
    try Conclusion(policy: policy, gate: gate, output: output, quiet: run.quiet)
      .finish(await comparison.report(on: deliveries[0], deliveries[1]))
  }
}
