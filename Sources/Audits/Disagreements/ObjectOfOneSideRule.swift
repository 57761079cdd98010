import Annotations
import Findings
import Metrics

struct ObjectOfOneSideRule: DisagreementRule {
  static let about = RuleAbout(
    id: "object-of-one-side",
    severity: .info,
    summary: "an object that one annotator drew and another did not",
    rationale: """
      Either it was overlooked, or it is none. A missing object teaches a detector that the thing is \
      background, and a correct detection of it counts as an error. Without a reference it is not \
      known who is right. Of more than two annotators there is one finding an object: how many of those \
      who looked at the image have it, and who. One against many is most likely a slip, an even split a \
      question that the guideline leaves open.
      """,
    fix: "look at the image: add the object where it is missing, or remove it where it stands",
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
