import ArgumentParser
import Audits
import Findings

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Lists every metric with what it means.",
    discussion: """
      Example:
        assay metrics
        assay metrics --format json
      """
  )

  @Option(help: "text, or json for programs.")
  var format: ListFormat = .text

  func run() {
    guard format == .text else {
      return Terminal.standardOutput.write(ListFormat.json(CatalogEntry.metrics))
    }
    var told: Set<String> = []
    for output in Definitions.abouts.flatMap(\.outputs) where told.insert(output.id).inserted {
      Terminal.standardOutput.line(output.id.padding(to: 32) + output.summary)
    }
  }
}
