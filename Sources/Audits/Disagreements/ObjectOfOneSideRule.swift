import Annotations
import Findings
import Metrics

struct ObjectOfOneSideRule: DisagreementRule {
  static let about = RuleAbout(
    id: "object-of-one-side",
    severity: .info,
    summary: "an object that one annotator drew and the other did not",
    rationale: """
      Either it was overlooked, or it is none. A missing object teaches a detector that the thing is \
      background, and a correct detection of it counts as an error. Without a reference it is not \
      known which of the two is right.
      """,
    fix: "look at the image: add the object on the other side, or remove it on this",
    triggering: [],
    clean: []
  )

  private let comparison: Comparison

  /// What is compared, as a message says it.
  private let similarity: String

  init(_ comparison: Comparison, settings: DisagreementSettings) {
    self.comparison = comparison
    similarity = settings.similarityName
  }

  func check(_ images: Range<Int>, into findings: inout FindingCollector) {
    let (a, b) = (comparison.images.unmatched.a, comparison.images.unmatched.b)
    for image in images {
      for row in comparison.images.unmatched(of: image, on: .a) {
        findings.report { finding(a[row], on: .a) }
      }
      for row in comparison.images.unmatched(of: image, on: .b) {
        findings.report { finding(b[row], on: .b) }
      }
    }
  }

  private func finding(_ object: UnmatchedObject, on side: Side) -> Finding {
    let dataset = side == .a ? comparison.pairing.a : comparison.pairing.b
    let (own, other) = side == .a ? ("A", "B") : ("B", "A")
    let doubt = object.isUnknown ? "; the category was not annotated exhaustively here" : ""
    return dataset.finding(
      Self.about,
      annotation: object.row,
      "only \(own) has it, \(other) has nothing with \(similarity) ≥ \(comparison.options.minimumIoU.messageText)\(doubt)"
    )
  }
}
