import Findings

extension AuditReport.FindingSummary {
  /// What was found by each of some rules, in their order.
  init(_ found: [(rule: RuleAbout, findings: FindingCollector)]) {
    self.init(
      total: found.reduce(0) { $0 + $1.findings.count },
      rules: found.map { rule, findings in
        RuleCount(
          id: rule.id,
          severity: rule.severity,
          summary: rule.summary,
          count: findings.count
        )
      },
      items: found.flatMap(\.findings.items)
    )
  }

  /// These findings, then others of other rules.
  func followed(by other: Self) -> Self {
    Self(total: total + other.total, rules: rules + other.rules, items: items + other.items)
  }
}
