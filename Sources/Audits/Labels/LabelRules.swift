package import Findings
import Glibc
import Metrics
import Statistics

/// What single labels of a table show; the texts of `assay explain` stand beside the checks.
package enum LabelRules {
  package static var abouts: [RuleAbout] { [uncertain, magnitude, replaced, unusable] }

  static let uncertain = RuleAbout(
    id: "uncertain-label",
    severity: .info,
    summary: "an item whose most likely label is less likely than 0.9",
    rationale: """
      The annotators' answers, weighted by how often each of them is right, do not decide it. Training on \
      either label is close to training on a coin.
      """,
    fix: "have an expert decide, or ask more annotators",
    triggering: [],
    clean: []
  )

  static let magnitude = RuleAbout(
    id: "magnitude-typo",
    severity: .warning,
    summary: "a value that is about ten, a hundred, … times what the others measured",
    rationale: """
      A slipped decimal point or a wrong unit: 9, 10, 11, 10, 100. One such value moves a mean and a \
      correlation more than all honest disagreement together.
      """,
    fix: "compare with the item; divide by the power of ten that the message names",
    triggering: [],
    clean: []
  )

  static let replaced = RuleAbout(
    id: "label-given-twice",
    severity: .info,
    summary: "a label that a later one of the same annotator for the same item replaces",
    rationale: "Agreement counts one label of an annotator to an item; the last one is taken.",
    fix: "keep one of them",
    triggering: [],
    clean: []
  )

  static let unusable = RuleAbout(
    id: "unusable-label",
    severity: .error,
    summary: "a line of the table that could not be used",
    rationale: "What is not read is not counted; every number of the report is without it.",
    fix: "mend the line as the message says",
    triggering: [],
    clean: []
  )

  /// Items that the consensus does not decide.
  static func uncertainItems(_ verdicts: [LabelConsensus.Verdict], limit: Int) -> FindingCollector {
    var found = FindingCollector(limit: limit)
    for verdict in verdicts where verdict.certainty < 0.9 {
      found.report {
        Finding(
          rule: uncertain.id,
          severity: uncertain.severity,
          image: verdict.item,
          category: verdict.label,
          message: "'\(verdict.label)' has probability \(verdict.certainty.messageText); "
            + "\(verdict.majorityShare.messageText) of \(verdict.votes) votes are for "
            + "'\(verdict.majority)'\(verdict.isTied ? ", and another label has as many" : "")",
          hint: uncertain.fix,
          evidence: ["certainty": verdict.certainty, "votes": Double(verdict.votes)]
        )
      }
    }
    return found
  }

  /// Values that differ from the median of the item by a power of ten, where the others agree.
  static func magnitudeTypos(_ answers: LabelAnswers, limit: Int) -> FindingCollector {
    var found = FindingCollector(limit: limit)
    for (item, values) in answers.byItem.enumerated() where values.count > 2 {
      let middle = median(ofSorted: values.map(\.value).sorted()).value ?? 0
      for answer in values {
        guard let power = powerOfTen(answer.value, against: middle) else { continue }
        found.report {
          Finding(
            rule: magnitude.id,
            severity: magnitude.severity,
            image: answers.items[item],
            message: "\(answers.annotators[answer.annotator]) measured "
              + "\(answer.value.messageText), the median is \(middle.messageText): likely ×10"
              + (power == 1 ? "" : "^\(power)"),
            hint: magnitude.fix,
            evidence: ["value": answer.value, "median": middle, "power": Double(power)]
          )
        }
      }
    }
    return found
  }

  /// The power of ten by which two values differ, up to a quarter of a decade; `nil` for none.
  private static func powerOfTen(_ value: Double, against middle: Double) -> Int? {
    guard value * middle > 0 else { return nil }
    let decades = log10(abs(value) / abs(middle))
    let power = decades.rounded()
    return abs(power) >= 1 && abs(decades - power) < 0.25 ? Int(power) : nil
  }
}
