import ArgumentParser
import Audits

struct AuditCommand: AsyncParsableCommand, RecordedCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Checks one delivery: is it well formed, and what is in it?",
    discussion: """
      DATASET is a COCO JSON file, a folder of Pascal VOC XML, or a folder that holds either.

      Example:
        assay audit Fixtures/street/broken.json --output audit
        assay audit Fixtures/street/broken.json --images Fixtures/street/images --output audit
      """
  )

  @Argument(help: "A COCO file, a VOC folder, or a folder that holds either.", completion: .file())
  var dataset: String

  @OptionGroup(title: "Images")
  var images: ImageOptions

  @OptionGroup
  var options: ReportOptions

  func run() async throws {
    // A policy that cannot be read is told before the data set is.
    let policy = try options.gate.readPolicy()
    let source = try images.source()
    var audit = AuditRun(
      rules: options.ruleSettings(policy),
      findingsPerRule: options.findingsKept(policy),
      bootstrap: options.run.imageBootstrap
    )
    audit.images = source
    audit.pictures = images.pictures
    let read = try await options.read([("dataset", dataset)])
    try options.conclude(await audit.report(on: read[0]), policy: policy)
  }
}
