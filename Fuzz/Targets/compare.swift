import Annotations
import Audits
import Dispatch
import Findings
import Metrics

@testable import Formats

/// A COCO file, compared with itself and audited.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCompare(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let read = readCOCO(start, count) else { return 0 }
  let delivery = Delivery(role: "a", name: "a", format: "coco", detected: "", result: read)
  let bootstrap = ImageBootstrap(replicates: 0)
  let comparison = ComparisonRun(
    ComparisonSettings(
      matching: MatchingOptions(),
      rules: RuleSettings(),
      findingsPerRule: 10,
      bootstrap: bootstrap
    ),
    curve: true,
    kappaBackground: true
  )
  let audit = AuditRun(rules: RuleSettings(), findingsPerRule: 10, bootstrap: bootstrap)
  runNow {
    check(await comparison.report(on: delivery, delivery))
    check(await audit.report(on: delivery))
  }
  return 0
}

private func check(_ report: AuditReport) {
  for record in report.metrics {
    precondition(record.value?.isFinite ?? true, "\(record.id) is a number or undefined")
  }
}
