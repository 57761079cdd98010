import Annotations
package import Findings
import Formats
package import Metrics

/// More than two annotators' data sets of the same images, matched and measured.
package struct PanelRun: Sendable {
  package let settings: ComparisonSettings
  /// Groups of annotators whose errors are given together too.
  package let cohorts: [AnnotatorCohort]
  /// Whether agreement is also given over τ.
  package let curve: Bool

  package init(
    _ settings: ComparisonSettings,
    cohorts: [AnnotatorCohort] = [],
    curve: Bool = false
  ) {
    self.settings = settings
    self.cohorts = cohorts
    self.curve = curve
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
    await settings.report(on: inputs) {
      let pairing = PanelPairing(datasets.map(\.dataset), names: datasets.map(\.name))
      return await compared(pairing, inputs: inputs, gold: gold)
    }
  }

  /// The report without what the rules find in each of the inputs.
  private func compared(
    _ pairing: PanelPairing,
    inputs: [Delivery],
    gold: Int?
  ) async -> AuditReport {
    let bootstrap = settings.bootstrap
    let panel = await Panel(pairing, options: settings.matching, threads: bootstrap.threads)
    var metrics = await panel.records(
      gold: gold,
      cohorts: cohorts,
      scales: settings.scales,
      bootstrap: bootstrap
    )
    if curve {
      metrics += await PanelCurve(pairing, options: settings.matching, gold: gold)
        .records(bootstrap: bootstrap)
    }
    let figures = FigureRuleCatalog.findings(
      in: metrics,
      settings: DisagreementSettings(settings.matching),
      findingsPerRule: settings.findingsPerRule
    )
    let disagreements = await DisagreementRun(
      settings: DisagreementSettings(settings.matching),
      findingsPerRule: settings.findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: panel, gold: gold)
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: settings.parameters,
      inputs: inputs.map(\.input),
      categories: Delivery.categories(of: inputs),
      excluded: excluded(panel),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: figures.followed(by: disagreements)
    )
  }

  private func excluded(_ panel: Panel) -> [String: Int] {
    var counts = [
      "images-compared": panel.images.count,
      "images-with-one-annotator": panel.pairing.excludedImages,
    ]
    for (annotator, name) in panel.pairing.names.enumerated() {
      func total(_ count: (PanelImage.LeftOut) -> Int) -> Int {
        panel.images.reduce(0) { $0 + count($1.leftOut[annotator]) }
      }
      counts["images-unassigned-\(name)"] = panel.pairing.unassigned[annotator]
      counts["regions-\(name)"] = total(\.regions)
      counts["absorbed-\(name)"] = total(\.absorbed)
      counts["without-\(settings.matching.similarity.rawValue)-\(name)"] = total(\.shapeless)
      counts["undefined-category-\(name)"] = total(\.uncategorised)
    }
    return counts
  }
}
