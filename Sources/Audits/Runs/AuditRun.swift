package import Findings
import Annotations
import Formats
package import Metrics

/// One data set, checked by every rule and counted.
package struct AuditRun: Sendable {
  package let rules: RuleSettings
  /// How many findings of each rule a report keeps; all are counted.
  package let findingsPerRule: Int
  package let bootstrap: ImageBootstrap

  package init(rules: RuleSettings, findingsPerRule: Int, bootstrap: ImageBootstrap) {
    self.rules = rules
    self.findingsPerRule = findingsPerRule
    self.bootstrap = bootstrap
  }

  package func report(on delivery: Delivery) async -> AuditReport {
    let dataset = delivery.result.dataset
    let findings = await RuleRun(
      settings: rules,
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: [delivery.result])
    let metrics =
      await MetricCatalog.records(of: dataset, bootstrap: bootstrap)
      + findings.metrics(of: dataset.annotations.count)
    return AuditReport(
      tool: .current,
      command: "audit",
      parameters: [
        "bounds-tolerance": .number(rules.boundsTolerance),
        "findings-per-rule": .number(Double(findingsPerRule)),
      ],
      inputs: [delivery.input],
      categories: Delivery.categories(of: [delivery]),
      excluded: Self.excluded(of: delivery.result),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings
    )
  }

  private static func excluded(of result: ReadResult) -> [String: Int] {
    let dataset = result.dataset
    var counts = [
      "annotations-of-undeclared-images": dataset.strays.count,
      "quarantined": result.quarantined.count,
    ]
    let unread = dataset.annotations.flags.count { $0.contains(.outlineElsewhere) }
    if unread > 0 { counts["masks-in-files-not-read"] = unread }
    return counts
  }
}
