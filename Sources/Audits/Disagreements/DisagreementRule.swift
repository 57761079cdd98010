package import Findings
package import Metrics

/// One way in which two annotators' objects can differ; a file each, listed in `DisagreementCatalog`.
///
/// Neither side is taken for right: a finding stands where the object does, and names both.
package protocol DisagreementRule: Sendable {
  static var about: RuleAbout { get }

  init(_ comparison: Comparison, settings: DisagreementSettings)

  /// Looks at some of the comparison's images, one after the other.
  func check(_ images: Range<Int>, into findings: inout FindingCollector)
}

/// All of them, in the order in which a report lists them.
package enum DisagreementCatalog {
  package static let all: [any DisagreementRule.Type] = [
    CategoryDisagreementRule.self,
    ObjectOfOneSideRule.self,
    LooseAgreementRule.self,
  ]

  /// What every rule says of itself.
  package static var abouts: [RuleAbout] { all.map { $0.about } }
}

/// What counts as a disagreement.
package struct DisagreementSettings: Hashable, Sendable {
  /// Matched pairs below this IoU are loose; the tier `tight`.
  package var looseIoU = 0.75
  /// Dice below which the guideline is to be revised.
  package var minimumAgreement = 0.7
  /// Objects, n_A + n_B, below which agreement is not judged.
  package var minimumObjects = 20
  /// Matched pairs below which a bias is not judged.
  package var minimumPairs = 30

  /// τ of the matching, and what is compared with it.
  package var minimumIoU = 0.5
  package var similarityName = "IoU"
  package var comparesBoxes = true

  package init() {}

  package init(_ matching: MatchingOptions) {
    minimumIoU = matching.minimumIoU
    comparesBoxes = matching.similarity == .box || matching.similarity == .giou
    similarityName =
      switch matching.similarity {
      case .box: "IoU"
      case .giou: "GIoU"
      case .mask: "mask IoU"
      case .oks: "OKS"
      }
  }
}
