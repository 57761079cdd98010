import Annotations
import Findings
import Geometry

@testable import Audits
@testable import Formats

/// A COCO file, checked by every rule.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRules(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let read = readCOCO(start, count) else { return 0 }
  let shapes = ringShapes(of: read.dataset)
  let blocks = read.dataset.slices.map { AnnotationBlock($0, ringShapes: shapes) }
  let strays = AnnotationBlock(straysOf: read.dataset, ringShapes: shapes)
  for part in [.whole(read)] + (blocks + [strays]).map(AuditPart.block) {
    for rule in rules {
      var findings = FindingCollector(limit: 10)
      rule.check(part, into: &findings)
      for finding in findings.items {
        precondition(!finding.message.isEmpty, "a finding has a text")
        precondition(finding.evidence.values.allSatisfy(\.isFinite), "evidence is finite")
      }
    }
  }
  return 0
}

private func ringShapes(of dataset: Dataset) -> [OutlineShape] {
  let rings = dataset.segmentation.rings
  return (0..<rings.count).map { OutlineShape(ring: rings[$0]) }
}

private let rules = RuleCatalog.all.map { $0.init(settings: RuleSettings()) }
