package import Findings

/// Every rule; a new one is a file and a line here.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = [
    UnusableRecordRule.self,
    DuplicateAnnotationIDRule.self,
    DanglingImageRule.self,
    UndefinedCategoryRule.self,
    DegenerateBoxRule.self,
    BoxOutOfBoundsRule.self,
    DuplicateBoxRule.self,
    SameBoxTwoCategoriesRule.self,
    AreaBoxMismatchRule.self,
    PolygonOutsideBoxRule.self,
    DuplicateCategoryNameRule.self,
    UnusedCategoryRule.self,
    ImageWithoutAnnotationsRule.self,
  ]

  /// What every rule says of itself.
  package static var abouts: [RuleAbout] { all.map { $0.about } }
}
