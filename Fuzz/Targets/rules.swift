import Annotations
import Findings

@testable import Audits
@testable import Formats

/// A COCO file, checked by every rule.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRules(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let read = readCOCO(start, count) else { return 0 }
  for part in AuditPart.parts(of: read) {
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

private let rules = RuleCatalog.all.map { $0.init(settings: RuleSettings()) }
