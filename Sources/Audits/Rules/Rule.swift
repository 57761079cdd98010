package import Annotations
package import Findings
package import Formats

/// One thing that can be wrong with annotations; a file each, listed in `RuleCatalog`.
///
/// A rule conforms to one of the protocols below, by what it looks at.
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
    guard case .block(let block) = part else { return }
    for row in block.annotations { check(row, of: block.dataset, into: &findings) }
  }
}

/// A rule about the polygons or the mask of one annotation.
protocol OutlineRule: Rule {
  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector)
}

extension OutlineRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .block(let block) = part else { return }
    for outline in block.outlines { check(outline, of: block.dataset, into: &findings) }
  }
}

/// A rule that needs one image with its annotations at a time.
package protocol ImageRule: Rule {
  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector)
}

extension ImageRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .block(let block) = part else { return }
    for image in block.images { check(image: image, of: block.dataset, into: &findings) }
  }
}

/// A rule about boxes that stand twice in an image; it sees one repetition at a time.
protocol RepeatedBoxRule: Rule {
  func check(_ copy: RepeatedBox, of dataset: Dataset, into findings: inout FindingCollector)
}

extension RepeatedBoxRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .block(let block) = part else { return }
    for copy in block.boxes.repeated { check(copy, of: block.dataset, into: &findings) }
  }
}

/// A rule that holds the different boxes of one category in one image against each other.
protocol BoxGroupRule: Rule {
  func check(_ group: BoxGroup, of dataset: Dataset, into findings: inout FindingCollector)
}

extension BoxGroupRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .block(let block) = part else { return }
    for group in block.boxes.groups { check(group, of: block.dataset, into: &findings) }
  }
}

/// A rule that keeps what it has measured of one image for the next one, and so needs a block as a whole.
protocol BlockRule: Rule {
  func check(_ block: AnnotationBlock, into findings: inout FindingCollector)
}

extension BlockRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .block(let block) = part else { return }
    check(block, into: &findings)
  }
}

/// A rule that needs all records at once, or those that could not be used.
package protocol DatasetRule: Rule {
  func check(_ read: ReadResult, into findings: inout FindingCollector)
}

extension DatasetRule {
  package func check(_ part: AuditPart, into findings: inout FindingCollector) {
    guard case .whole(let read) = part else { return }
    check(read, into: &findings)
  }
}
