import ArgumentParser
import Findings
import Audits

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists every rule with its severity and what it finds."
  )

  func run() {
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
