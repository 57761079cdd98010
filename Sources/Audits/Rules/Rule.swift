package import Annotations
package import Findings
package import Formats

/// One thing that can be wrong with annotations; a file each, listed in `RuleCatalog`.
///
/// A rule conforms to `AnnotationRule`, `ImageRule` or `DatasetRule`, by how much it has to see at once.
package protocol Rule: Sendable {
  static var about: RuleAbout { get }
  /// With the defaults of `RuleSettings`.
  init()
  /// Takes what it can be told; a rule without a tolerance need not say so.
  init(settings: RuleSettings)
  /// Checks what the rule looks at in one part of the data, in the order of the records.
  func check(_ part: AuditPart, into findings: inout FindingCollector)
}

extension Rule {
  package init(settings: RuleSettings) { self.init() }
}

/// A rule that needs one annotation at a time, those without an image included.
package protocol AnnotationRule: Rule {
  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector)
}

extension AnnotationRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    switch part {
    case .slice(let slice):
      for row in slice.annotations { check(row, of: slice.dataset, into: &findings) }
    case .remainder(let read):
      for row in read.dataset.strays { check(row, of: read.dataset, into: &findings) }
    }
  }
}

/// A rule that needs one image with its annotations at a time.
package protocol ImageRule: Rule {
  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector)
}

extension ImageRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .slice(let slice) = part else { return }
    for image in slice.images { check(image: image, of: slice.dataset, into: &findings) }
  }
}

/// A rule that needs all records at once, or those that could not be used.
package protocol DatasetRule: Rule {
  func check(_ read: ReadResult, into findings: inout FindingCollector)
}

extension DatasetRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .remainder(let read) = part else { return }
    check(read, into: &findings)
  }
}
