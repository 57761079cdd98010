import ArgumentParser
import Audits
import Findings
import Reports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule or a metric: what it means, why it matters, what to do.",
    discussion: """
      Example:
        assay explain dice
        assay explain degenerate-box --examples
        assay explain degenerate-box --format json
      """
  )

  @Argument(
    help: "Id of a rule or a metric, as reports name it.",
    completion: .list((CatalogEntry.rules + CatalogEntry.metrics).map(\.id))
  )
  var id: String

  @Flag(help: "Show records in which a rule finds something, and some in which it does not.")
  var examples = false

  @Option(help: "text, or json for programs.")
  var format: ListFormat = .text

  func run() throws {
    let texts =
      RuleCatalog.abouts.filter { $0.id == id }.map(text)
      + Definitions.abouts.flatMap { about in
        about.outputs.filter { $0.id == id }.map { text($0, about) }
      }
    guard !texts.isEmpty else {
      throw CommandFailure(
        "'\(id)' is neither a rule nor a metric; 'assay rules' and 'assay metrics' list them"
      )
    }
    guard format == .text else {
      let entries = (CatalogEntry.rules + CatalogEntry.metrics).filter { $0.id == id }
      return Terminal.standardOutput.write(ListFormat.json(entries))
    }
    Terminal.standardOutput.write(texts.joined(separator: "\n"))
  }

  private func text(_ rule: RuleAbout) -> String {
    """
    \(rule.id) (rule, \(rule.severity.rawValue))
      finds    \(rule.summary)
      why      \(rule.rationale)
      to do    \(rule.fix)

    """ + options(of: rule) + (examples ? samples(of: rule) : "")
  }

  /// What a policy can set, with what holds else.
  private func options(of rule: RuleAbout) -> String {
    RuleOption.all.filter { $0.rule == rule.id }.map {
      "  option   \($0.name), \(NumberText.exact($0.read(RuleSettings()))): \($0.summary)\n"
    }.joined()
  }

  private func samples(of rule: RuleAbout) -> String {
    func block(_ title: String, _ examples: [String]) -> String {
      examples.map { "\n\(title)\n\($0)\n" }.joined()
    }
    return block("it finds something in", rule.triggering)
      + block("it finds nothing in", rule.clean)
  }

  private func text(_ output: MetricAbout.Output, _ about: MetricAbout) -> String {
    """
    \(output.id) (metric\(output.unit.isEmpty ? "" : ", \(output.unit)"))
      means    \(output.summary)
      formula  \(output.formula)
      source   \(about.source)

    """
  }
}
