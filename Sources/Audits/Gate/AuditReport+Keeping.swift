package import Findings

extension AuditReport {
  /// The report with at most so many findings of each rule, in its order; all stay counted.
  ///
  /// Where not all can be kept, those that a baseline does not have are kept first.
  package func keeping(findingsPerRule limit: Int) -> AuditReport {
    var report = self
    if parameters["findings-per-rule"] != nil {
      report.parameters["findings-per-rule"] = .number(Double(limit))
    }
    var room: [String: Int] = [:]
    var isKept = [Bool](repeating: false, count: findings.items.count)
    for isNew in [true, false] {
      for (index, item) in findings.items.enumerated() where (item.standing == .new) == isNew {
        let left = room[item.rule, default: limit]
        isKept[index] = left > 0
        room[item.rule] = left - 1
      }
    }
    report.findings.items = zip(findings.items, isKept).filter(\.1).map(\.0)
    return report
  }
}
