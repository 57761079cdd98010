import ArgumentParser
import Audits
import Findings

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Lists every metric with what it means."
  )

  func run() {
    var told: Set<String> = []
    for output in Definitions.abouts.flatMap(\.outputs) where told.insert(output.id).inserted {
      Terminal.standardOutput.line(output.id.padding(to: 32) + output.summary)
    }
  }
}
