package import Annotations
package import Findings
package import Formats

/// One thing that can be wrong with annotations; a file each, listed in `RuleCatalog`.
///
/// A rule conforms to `ImageRule`, `DatasetRule` or `ReadingRule`, by what it needs to see.
package protocol Rule: Sendable {
  static var about: RuleAbout { get }
  init(_ settings: RuleSettings)
}

/// A rule that needs one image at a time; slices are checked in parallel.
package protocol ImageRule: Rule {
  /// Reports to `findings` in the order of images, then of annotations.
  func check(_ slice: Dataset.Slice, into findings: inout FindingCollector)
}

/// A rule that needs all records at once.
package protocol DatasetRule: Rule {
  /// Reports to `findings` in the order of the records.
  func check(_ dataset: Dataset, into findings: inout FindingCollector)
}

/// A rule about records that never came into the data set.
package protocol ReadingRule: Rule {
  func check(_ quarantined: [Quarantined], into findings: inout FindingCollector)
}

/// What the rules can be told.
package struct RuleSettings: Hashable, Sendable {
  /// How far a box may reach beyond its image, in pixels.
  package var boundsTolerance: Double

  package init(boundsTolerance: Double = 1) { self.boundsTolerance = boundsTolerance }
}
