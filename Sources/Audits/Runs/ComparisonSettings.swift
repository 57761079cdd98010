import Findings
import Geometry
import Glibc
package import Metrics

/// What annotators are compared by, two or more of them.
package struct ComparisonSettings: Sendable {
  package var matching: MatchingOptions
  package var rules: RuleSettings
  /// How many findings of each rule a report keeps; all are counted.
  package var findingsPerRule: Int
  package var bootstrap: ImageBootstrap
  /// What is said of attributes, by name.
  package var scales: [String: DeclaredScale]

  package init(
    matching: MatchingOptions,
    rules: RuleSettings,
    findingsPerRule: Int,
    bootstrap: ImageBootstrap,
    scales: [String: DeclaredScale] = [:]
  ) {
    self.matching = matching
    self.rules = rules
    self.findingsPerRule = findingsPerRule
    self.bootstrap = bootstrap
    self.scales = scales
  }

  /// As a report says them.
  var parameters: [String: AuditReport.ParameterValue] {
    var values: [String: AuditReport.ParameterValue] = [
      "bootstrap": .number(Double(bootstrap.replicates)),
      "bounds-tolerance": .number(rules.boundsTolerance),
      "category-bonus": .number(matching.categoryBonus),
      "findings-per-rule": .number(Double(findingsPerRule)),
      "ignore-difficult": .text(matching.ignoresDifficult ? "yes" : "no"),
      "iou": .number(matching.minimumIoU),
      "iou-convention": .text(matching.convention.rawValue),
      "matching": .text(matching.method.rawValue),
      "seed": .number(Double(bootstrap.seed)),
      "similarity": .text(matching.similarity.rawValue),
    ]
    for (name, scale) in scales { values["attribute \(name)"] = .text("\(scale)") }
    return values
  }

  /// The report of a comparison of the inputs, and behind its findings what the rules find in each of them.
  ///
  /// Neither needs the other. Tasks share a pool of one thread a processor: where that is no more than may work
  /// at once, the two go on side by side, and no thread waits for the last tasks of either.
  func report(
    on inputs: [Delivery],
    comparison: @Sendable () async -> AuditReport
  ) async -> AuditReport {
    var report: AuditReport
    if sysconf(Int32(_SC_NPROCESSORS_ONLN)) <= bootstrap.threads {
      async let flaws = flaws(in: inputs)
      report = await comparison()
      report.findings = report.findings.followed(by: await flaws)
    } else {
      report = await comparison()
      report.findings = report.findings.followed(by: await flaws(in: inputs))
    }
    return report
  }

  private func flaws(in inputs: [Delivery]) async -> AuditReport.FindingSummary {
    await RuleRun(
      settings: rules,
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: inputs.map(\.result))
  }
}
