package import Findings

/// All rules, in the order in which a report lists them.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = [
    UnusableRecordRule.self,
    DuplicateAnnotationIDRule.self,
    ZeroAnnotationIDRule.self,
    TextIDRule.self,
    MissingMemberRule.self,
    DuplicateImageIDRule.self,
    DuplicateCategoryIDRule.self,
    RepeatedImageFileRule.self,
    RepeatedImageStemRule.self,
    UnportableFileNameRule.self,
    FileNameWithoutEndingRule.self,
    FileNameNotStemRule.self,
    EmptyCategoryNameRule.self,
    DanglingImageRule.self,
    UndefinedCategoryRule.self,
    UndeclaredNotExhaustiveRule.self,
    UnreadAttributeRule.self,
    DerivedBoxRule.self,
    RotatedBoxRule.self,
    EmptySegmentationRule.self,
    MissingImageSizeRule.self,
    FractionalCornerRule.self,
    MarkNotZeroOrOneRule.self,
    CornersCountFromOneRule.self,
    CornerZeroAmongOnesRule.self,
    NegativeCornerRule.self,
    DegenerateBoxRule.self,
    SubPixelBoxRule.self,
    MisClickRule.self,
    CornersWrittenAsSizeRule.self,
    BoxOutOfBoundsRule.self,
    WholeImageBoxRule.self,
    DuplicateBoxRule.self,
    NearDuplicateBoxRule.self,
    ContainedBoxRule.self,
    SameBoxTwoCategoriesRule.self,
    AreaBoxMismatchRule.self,
    AreaPolygonMismatchRule.self,
    PolygonOutsideBoxRule.self,
    MaskOutsideBoxRule.self,
    MalformedOutlineRule.self,
    SelfIntersectingPolygonRule.self,
    RepeatedPolygonPointsRule.self,
    MaskSizeMismatchRule.self,
    EmptyMaskRule.self,
    OverlappingOutlinesRule.self,
    CrowdWithPolygonRule.self,
    RegionOverImageRule.self,
    RegionOverObjectRule.self,
    KeypointCountMismatchRule.self,
    KeypointNumberMismatchRule.self,
    KeypointOutsideImageRule.self,
    KeypointOutsideBoxRule.self,
    KeypointsAtOriginRule.self,
    SwappedLeftRightRule.self,
    DuplicateCategoryNameRule.self,
    CategoryIDGapRule.self,
    PhantomCategoryZeroRule.self,
    UnusedCategoryRule.self,
    RareCategoryRule.self,
    DominatingCategoryRule.self,
    SizeOutlierRule.self,
    AspectOutlierRule.self,
    ObjectCountOutlierRule.self,
    AttributeSpellingRule.self,
    MagnitudeTypoAttributeRule.self,
    ConstantAttributeRule.self,
    AttributeMissingForSomeRule.self,
    ImageWithoutAnnotationsRule.self,
  ]

  /// What every rule says of itself, those of a comparison included.
  package static var abouts: [RuleAbout] {
    all.map { $0.about } + ImageFileRuleCatalog.abouts + DisagreementCatalog.abouts
      + FigureRuleCatalog.abouts + LabelRules.abouts
      + [ConsensusRun.belowQuorum, InfeasibleTarget.about] + SuspectRules.abouts
  }

  /// The rule with this id, or `nil` where there is none.
  package static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.about.id == id } }
}
