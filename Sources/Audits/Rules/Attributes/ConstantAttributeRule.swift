import Annotations
import Findings
import Formats

struct ConstantAttributeRule: DatasetRule {
  static let about = RuleAbout(
    id: "constant-attribute",
    severity: .info,
    summary: "an attribute with the same value in every annotation that has it",
    rationale: """
      A question that everybody answers alike was not asked, or the tool's default was never \
      changed: the time to annotate it is spent for nothing, and agreement on it is perfect without \
      meaning anything. Attributes of at least 30 annotations are looked at; a mark that is never \
      set (false or 0) is left out.
      """,
    fix: "take the attribute out, or check that annotators did answer it",
    triggering: [ExampleDocument.text(ExampleDocument.row(30) { _ in sunny })],
    clean: [
      ExampleDocument.text(ExampleDocument.row(30) { $0 == 30 ? rain : sunny }),
      ExampleDocument.text(ExampleDocument.row(29) { _ in sunny }),
    ]
  )

  private static let sunny = #"{"weather": "sunny"}"#
  private static let rain = #"{"weather": "rain"}"#

  private let leastAnnotations: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastAnnotations = settings.attributeAnnotations }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    for column in dataset.attributeColumns() where column.rows.count >= leastAnnotations {
      guard column.counts.count == 1, let value = column.counts.first?.value,
        // A mark for something rare is as it should be where it is never set.
        value != .flag(false), value != .number(0)
      else { continue }
      findings.report(annotation: column.rows[0]) {
        let message =
          "'\(dataset.strings[column.name])' is \(dataset.text(of: value)) in all \(column.rows.count) annotations "
          + "that have it; expected different values"
        return dataset.finding(Self.about, annotation: column.rows[0], message)
      }
    }
  }
}
