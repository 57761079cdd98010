package import Findings

/// All rules, in the order in which a report lists them.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = [
    UnusableRecordRule.self,
    DuplicateAnnotationIDRule.self,
    DuplicateImageIDRule.self,
    DuplicateCategoryIDRule.self,
    RepeatedImageFileRule.self,
    UnportableFileNameRule.self,
    EmptyCategoryNameRule.self,
    DanglingImageRule.self,
    UndefinedCategoryRule.self,
    UndeclaredNotExhaustiveRule.self,
    UnreadAttributeRule.self,
    DerivedBoxRule.self,
    DegenerateBoxRule.self,
    SubPixelBoxRule.self,
    BoxOutOfBoundsRule.self,
    DuplicateBoxRule.self,
    SameBoxTwoCategoriesRule.self,
    AreaBoxMismatchRule.self,
    PolygonOutsideBoxRule.self,
    MalformedOutlineRule.self,
    MaskSizeMismatchRule.self,
    CrowdWithPolygonRule.self,
    DuplicateCategoryNameRule.self,
    UnusedCategoryRule.self,
    ImageWithoutAnnotationsRule.self,
  ]

  /// What every rule says of itself, those of a comparison included.
  package static var abouts: [RuleAbout] {
    all.map { $0.about } + DisagreementCatalog.abouts + FigureRuleCatalog.abouts
      + LabelRules.abouts + [ConsensusRun.belowQuorum]
  }

  /// The rule with this id, or `nil` where there is none.
  package static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.about.id == id } }
}
