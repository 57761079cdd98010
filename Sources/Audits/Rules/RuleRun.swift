import Annotations
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
    AuditReport.FindingSummary(await found(in: results, marking: false))
  }

  /// What the rules find, and how many annotations have a finding of severity error.
  func defects(
    in results: [ReadResult]
  ) async -> (findings: AuditReport.FindingSummary, wrong: Int) {
    let found = await found(in: results, marking: true)
    let wrong = found.reduce(into: Set<Fingerprint>()) {
      $0.formUnion($1.findings.annotations ?? [])
    }
    return (AuditReport.FindingSummary(found), wrong.count)
  }

  private func found(
    in results: [ReadResult],
    marking: Bool
  ) async -> [(rule: RuleAbout, findings: FindingCollector)] {
    let rules = rules.map { $0.init(settings: settings) }
    let parts = results.flatMap(AuditPart.parts)
    let images = results.reduce(0) { $0 + $1.dataset.images.count }
    let step = WorkStep("checking rules", of: images, "images")
    var total = rules.map { collector($0, marking) }
    await mergeInOrder(parts, threads: threads, as: step) { part in
      check(part, with: rules, marking)
    } merge: { found in
      for (rule, findings) in found.enumerated() { total[rule].merge(findings) }
    }
    return zip(self.rules.map { $0.about }, total).map { (rule: $0, findings: $1) }
  }

  /// Takes the findings of a rule; those that make an annotation wrong mark it.
  private func collector(_ rule: any Rule, _ marking: Bool) -> FindingCollector {
    FindingCollector(
      limit: findingsPerRule,
      marksAnnotations: marking && type(of: rule).about.severity == .error
    )
  }

  /// What each rule finds in one part.
  private func check(
    _ part: AuditPart,
    with rules: [any Rule],
    _ marking: Bool
  ) -> [FindingCollector] {
    rules.map { rule in
      var findings = collector(rule, marking)
      rule.check(part, into: &findings)
      return findings
    }
  }
}

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
