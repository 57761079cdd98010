import Annotations
package import Findings
import Formats
package import Metrics

/// More than two annotators' data sets of the same images, matched and measured.
package struct PanelRun: Sendable {
  package let matching: MatchingOptions
  package let rules: RuleSettings
  package let findingsPerRule: Int
  package let bootstrap: ImageBootstrap

  package init(
    matching: MatchingOptions,
    rules: RuleSettings,
    findingsPerRule: Int,
    bootstrap: ImageBootstrap
  ) {
    self.matching = matching
    self.rules = rules
    self.findingsPerRule = findingsPerRule
    self.bootstrap = bootstrap
  }

  /// One data set an annotator, named by its role.
  ///
  /// `gold`: A data set that is taken for right: the annotators are judged by it, and it takes
  ///   no part in their agreement.
  package func report(on deliveries: [Delivery], gold: Delivery? = nil) async -> AuditReport {
    let all = deliveries + (gold.map { [$0] } ?? [])
    return await report(
      datasets: all.map { ($0.role, $0.result.dataset) },
      inputs: all,
      gold: gold == nil ? nil : all.count - 1
    )
  }

  /// One data set that holds the work of several annotators.
  package func report(on delivery: Delivery) async -> AuditReport {
    let dataset = delivery.result.dataset
    var report = await report(
      datasets: dataset.splitByAnnotator().map { ($0.name, $0.dataset) },
      inputs: [delivery]
    )
    report.excluded["annotations-without-annotator"] = dataset.anonymousCount
    return report
  }

  private func report(
    datasets: [(name: String, dataset: Dataset)],
    inputs: [Delivery],
    gold: Int? = nil
  ) async -> AuditReport {
    let pairing = PanelPairing(datasets.map(\.dataset), names: datasets.map(\.name))
    let panel = await Panel(pairing, options: matching, threads: bootstrap.threads)
    let findings = await RuleRun(
      settings: rules,
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: inputs.map(\.result))
    let metrics = await panel.records(gold: gold, bootstrap: bootstrap)
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: ComparisonParameters(
        matching: matching,
        rules: rules,
        findingsPerRule: findingsPerRule,
        bootstrap: bootstrap
      ).values,
      inputs: inputs.map(\.input),
      categories: Delivery.categories(of: inputs),
      excluded: [
        "images-compared": pairing.images.count,
        "images-with-one-annotator": pairing.excludedImages,
      ],
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings
    )
  }
}
