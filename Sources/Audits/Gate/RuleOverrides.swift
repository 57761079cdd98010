import Findings

/// Applies a policy's rule settings to what the rules found.
///
/// What is off is left out after the fact, so that every kind of rule can be off, also in a report that
/// was stored; the report's parameters say what was left out.
struct RuleOverrides {
  private let off: Set<String>
  private let severities: [String: Severity]

  init(_ settings: [Policy.RuleSetting]) {
    off = Set(settings.filter { !$0.isOn }.map(\.id))
    severities = Dictionary(
      settings.compactMap { setting in setting.severity.map { (setting.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func applied(to report: AuditReport) -> AuditReport {
    guard !off.isEmpty || !severities.isEmpty else { return report }
    var report = report
    let left = report.findings.rules.filter { off.contains($0.id) }
    report.findings = report.findings.without(off)
    for index in report.findings.rules.indices {
      let rule = report.findings.rules[index]
      report.findings.rules[index].severity = severities[rule.id] ?? rule.severity
    }
    for index in report.findings.items.indices {
      let item = report.findings.items[index]
      report.findings.items[index].severity = severities[item.rule] ?? item.severity
    }
    count(&report)
    for rule in left {
      report.parameters["rule \(rule.id)"] = .text("off; \(rule.count) findings left out")
    }
    for rule in report.findings.rules {
      guard let severity = severities[rule.id] else { continue }
      report.parameters["rule \(rule.id)"] = .text("severity \(severity.rawValue)")
    }
    return report
  }

  /// Corrects the counts that the metrics give of findings.
  private func count(_ report: inout AuditReport) {
    report.metrics.removeAll { $0.id == "findings" && off.contains($0.slice[.rule] ?? "") }
    for index in report.metrics.indices {
      let record = report.metrics[index]
      guard record.id == "findings", record.slice == .overall, let n = record.n else { continue }
      report.metrics[index].outcome =
        .number(Double(report.findings.total), n: n, interval: nil)
    }
  }
}
