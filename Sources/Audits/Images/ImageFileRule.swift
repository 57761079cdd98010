package import Findings

/// One thing that can be wrong with image files; a file each, listed in `ImageFileRuleCatalog`.
package protocol ImageFileRule: Sendable {
  static var about: RuleAbout { get }
  /// Data sets with the image files in which the rule finds something.
  static var triggering: [ImageFileExample] { get }
  /// Those in which it finds nothing, though one might think so.
  static var clean: [ImageFileExample] { get }
  init()
  /// Checks all images, in their order.
  func check(_ survey: ImageSurvey, into findings: inout FindingCollector)
}

/// All rules about image files, in the order in which a report lists them; they run with `--images`.
package enum ImageFileRuleCatalog {
  package static let all: [any ImageFileRule.Type] = [
    MissingImageFileRule.self,
    UnreadableImageFileRule.self,
    ImageSizeMismatchRule.self,
    TurnedImageRule.self,
    BlankImageRule.self,
    PictureInTwoSplitsRule.self,
    RepeatedPictureRule.self,
    NearDuplicatePictureRule.self,
  ]

  package static var abouts: [RuleAbout] { all.map { $0.about } }

  /// What each rule finds.
  static func findings(
    in survey: ImageSurvey,
    findingsPerRule: Int
  ) -> AuditReport.FindingSummary {
    AuditReport.FindingSummary(
      all.map { rule in
        var findings = FindingCollector(limit: findingsPerRule)
        rule.init().check(survey, into: &findings)
        return (rule.about, findings)
      }
    )
  }
}
