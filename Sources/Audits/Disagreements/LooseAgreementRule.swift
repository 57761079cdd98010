import Annotations
import Findings
import Metrics

struct LooseAgreementRule: DisagreementRule {
  static let about = RuleAbout(
    id: "loose-agreement",
    severity: .info,
    summary: "an object whose boxes lie less well on each other than the tier asks",
    rationale: """
      They found the object and gave it the same category, but at least one box is loose, cut, or \
      follows another rule on hidden parts. A detector that is trained or scored on such boxes cannot \
      reach an IoU that the annotators do not reach. Of more than two annotators there is one finding an \
      object, by the two boxes that are least alike; whoever lies apart from all the others, or from the \
      reference, is named, and the edge that makes most of it.
      """,
    fix: "redraw the worse box; where it recurs, say in the guideline what belongs to the object",
    triggering: [],
    clean: []
  )

  private let comparison: Comparison
  private let tier: Double
  /// What is compared, as a message says it.
  private let similarity: String
  private let noun: String

  init(_ comparison: Comparison, settings: DisagreementSettings) {
    self.comparison = comparison
    tier = settings.looseIoU
    similarity = settings.similarityName
    noun = settings.comparesBoxes ? " boxes" : ""
  }

  func check(_ images: Range<Int>, into findings: inout FindingCollector) {
    let pairs = comparison.images.pairs(ofImages: images)
    for image in images {
      // The loosest first: an image's pairs descend.
      for row in comparison.images.pairs(of: image).reversed() {
        let pair = pairs[row]
        guard pair.iou < tier else { break }
        if pair.agrees { findings.report { finding(pair) } }
      }
    }
  }

  private func finding(_ pair: ObjectPair) -> Finding {
    comparison.finding(
      Self.about,
      pair,
      "\(similarity) of the two\(noun) is \(pair.iou.messageText), below \(tier.messageText)"
    )
  }
}
