import Annotations
import Findings
import Metrics

struct CategoryDisagreementRule: DisagreementRule {
  static let about = RuleAbout(
    id: "category-disagreement",
    severity: .warning,
    summary: "an object that annotators put into different categories",
    rationale: """
      They drew it in the same place, so at least one of the names is wrong, or the guideline \
      allows both. Where the same two categories meet again and again, the guideline does not tell \
      them apart. Of more than two annotators there is one finding an object, with their votes and what \
      the reference says, if there is one.
      """,
    fix: "decide which category it is; where a pair of categories recurs, sharpen the guideline",
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
    for pair in comparison.images.pairs(ofImages: images) where !pair.agrees {
      findings.report {
        let names = comparison.pairing.categories
        let (a, b) = (names[Int(pair.categories.a)], names[Int(pair.categories.b)])
        return comparison.finding(
          Self.about,
          pair,
          "A says '\(a)', B says '\(b)' (\(similarity) \(pair.iou.messageText))"
        )
      }
    }
  }
}
