package import Annotations
package import Findings

/// One thing that can be wrong with annotations; a file each, listed in `RuleCatalog`.
///
/// A rule conforms to `ImageRule` or to `DatasetRule`.
package protocol Rule: Sendable {
  static var about: RuleAbout { get }
  init()
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
