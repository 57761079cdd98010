import ArgumentParser
import Audits

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Checks one delivery: is it well formed, and what is in it?",
    discussion: """
      DATASET is a COCO JSON file, a folder of Pascal VOC XML, or a folder that holds either.

      Example:
        assay audit Fixtures/street/broken.json --output audit
      """
  )

  @Argument(help: "A COCO file, a VOC folder, or a folder that holds either.")
  var dataset: String

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
    let delivery = try await Delivery.read(
      dataset,
      role: "dataset",
      threads: run.threads,
      quiet: run.quiet
    )
    let audit = AuditRun(
      rules: rules.settings,
      findingsPerRule: rules.findingsPerRule,
      bootstrap: run.imageBootstrap
    )
    try Conclusion(policy: policy, gate: gate, output: output, quiet: run.quiet)
      .finish(await audit.report(on: delivery))
  }
}
