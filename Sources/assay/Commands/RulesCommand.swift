import ArgumentParser
import Findings
import Audits

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists every rule with its severity and what it finds.",
    discussion: """
      Example:
        assay rules
        assay rules --format json
      """
  )

  @Option(help: "text, or json for programs.")
  var format: ListFormat = .text

  func run() {
    guard format == .text else {
      return Terminal.standardOutput.write(ListFormat.json(CatalogEntry.rules))
    }
    for rule in RuleCatalog.abouts {
      let name = rule.id.padding(to: 28) + rule.severity.rawValue.padding(to: 9)
      Terminal.standardOutput.line(name + rule.summary)
    }
  }
}

extension String {
  /// The text with spaces up to a width, and at least one.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
