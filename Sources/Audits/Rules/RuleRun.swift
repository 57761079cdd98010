package import Findings
package import Formats

/// Checks data sets against rules; the number of threads changes the time, never the result.
package struct RuleRun: Sendable {
  private let rules: [any Rule.Type]
  private let settings: RuleSettings
  private let findingsPerRule: Int
  private let threads: Int

  /// A run of `rules`, in the order in which their findings are given.
  ///
  /// `findingsPerRule`, at least 0, is how many findings of a rule are kept; all are counted.
  /// `threads`, at least 1, is how many may work at once.
  package init(
    rules: [any Rule.Type] = RuleCatalog.all,
    settings: RuleSettings = RuleSettings(),
    findingsPerRule: Int = 1000,
    threads: Int
  ) {
    precondition(threads >= 1, "a run needs at least one thread")
    precondition(findingsPerRule >= 0, "a run cannot keep fewer than 0 findings")
    self.rules = rules
    self.settings = settings
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  /// What the rules find, by rule, then data set, then image, then annotation.
  package func findings(in results: [ReadResult]) async -> AuditReport.FindingSummary {
    let rules = rules.map { $0.init(settings: settings) }
    let parts = results.flatMap(AuditPart.parts)
    var total = PositionedFindings(rules.map { _ in FindingCollector(limit: findingsPerRule) })
    await withTaskGroup(of: (Int, [FindingCollector]).self) { group in
      for (position, part) in parts.enumerated() {
        if position >= threads, let found = await group.next() { total.merge(found) }
        group.addTask { (position, check(part, with: rules)) }
      }
      for await found in group { total.merge(found) }
    }
    return summary(of: total.merged)
  }

  /// What each rule finds in one part.
  private func check(_ part: AuditPart, with rules: [any Rule]) -> [FindingCollector] {
    rules.map { rule in
      var findings = FindingCollector(limit: findingsPerRule)
      rule.check(part, into: &findings)
      return findings
    }
  }

  private func summary(of found: [FindingCollector]) -> AuditReport.FindingSummary {
    AuditReport.FindingSummary(
      total: found.map(\.count).reduce(0, +),
      rules: zip(rules, found).map { rule, findings in
        AuditReport.FindingSummary.RuleCount(
          id: rule.about.id,
          severity: rule.about.severity,
          summary: rule.about.summary,
          count: findings.count
        )
      },
      items: found.flatMap(\.items)
    )
  }
}

/// Findings of parts that arrive in any order, merged in the order of the parts.
///
/// A part is merged as soon as all before it are, so that few wait.
private struct PositionedFindings {
  /// One row a rule.
  private(set) var merged: [FindingCollector]
  private var next = 0
  private var waiting: [Int: [FindingCollector]] = [:]

  init(_ empty: [FindingCollector]) { merged = empty }

  mutating func merge(_ part: (position: Int, findings: [FindingCollector])) {
    waiting[part.position] = part.findings
    while let findings = waiting.removeValue(forKey: next) {
      for (rule, found) in findings.enumerated() { merged[rule].merge(found) }
      next += 1
    }
  }
}
