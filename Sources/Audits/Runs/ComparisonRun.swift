package import Findings
import Annotations
import Formats
import Statistics
import Geometry
import Metrics

/// Two data sets of the same images, matched and measured.
package struct ComparisonRun: Sendable {
  package let settings: ComparisonSettings
  /// Whether agreement is also given over τ.
  package let curve: Bool
  /// Whether κ is also given with the missing object as a category.
  package let kappaBackground: Bool

  package init(_ settings: ComparisonSettings, curve: Bool = false, kappaBackground: Bool = false) {
    self.settings = settings
    self.curve = curve
    self.kappaBackground = kappaBackground
  }

  /// Two data sets, one an annotator.
  package func report(on a: Delivery, _ b: Delivery) async -> AuditReport {
    await report(on: [a, b]) { DatasetPairing(a.result.dataset, b.result.dataset) }
  }

  /// One data set that names exactly two annotators: they are A and B in the order of their names.
  package func report(on delivery: Delivery) async -> AuditReport {
    let parts = delivery.result.dataset.splitByAnnotator()
    precondition(parts.count == 2, "a comparison is between two annotators")
    var report = await report(on: [delivery]) {
      DatasetPairing(parts[0].dataset, parts[1].dataset)
    }
    report.parameters["annotator-a"] = .text(parts[0].name)
    report.parameters["annotator-b"] = .text(parts[1].name)
    report.excluded["annotations-without-annotator"] = delivery.result.dataset.anonymousCount
    return report
  }

  private func report(
    on inputs: [Delivery],
    pairing: @Sendable () -> DatasetPairing
  ) async -> AuditReport {
    await settings.report(on: inputs) { await compared(pairing(), inputs: inputs) }
  }

  /// The report without what the rules find in each of the inputs.
  private func compared(_ pairing: DatasetPairing, inputs: [Delivery]) async -> AuditReport {
    let bootstrap = settings.bootstrap
    let comparison = await Comparison(
      pairing,
      options: settings.matching,
      scales: settings.scales,
      threads: bootstrap.threads
    )
    let findings = await DisagreementRun(
      settings: DisagreementSettings(settings.matching),
      findingsPerRule: settings.findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: comparison)
    var metrics = await comparison.records(bootstrap: bootstrap)
    if curve {
      metrics += await ThresholdCurve(pairing, options: settings.matching)
        .records(bootstrap: bootstrap)
    }
    if kappaBackground { metrics.append(BackgroundKappa.record(of: comparison)) }
    let figures = FigureRuleCatalog.findings(
      in: metrics,
      settings: DisagreementSettings(settings.matching),
      findingsPerRule: settings.findingsPerRule
    )
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: settings.parameters,
      inputs: inputs.map(\.input),
      categories: Delivery.categories(of: inputs),
      excluded: excluded(comparison),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      confusion: confusion(comparison),
      findings: figures.followed(by: findings)
    )
  }

  private func excluded(_ comparison: Comparison) -> [String: Int] {
    let unpaired = comparison.pairing.unpaired
    let asides = comparison.images.asides
    var counts: [String: Int] = ["images-compared": comparison.images.count]
    for side in Side.allCases {
      func sum(_ counts: (AsideCounts) -> Sides<Int32>) -> Int {
        asides.reduce(0) { $0 + Int(counts($1)[side]) }
      }
      let name = side.rawValue
      counts["images-unpaired-\(name)"] = unpaired.images[side]
      counts["images-unassigned-\(name)"] = unpaired.unassigned[side]
      counts["categories-unpaired-\(name)"] = unpaired.categories[side]
      counts["regions-\(name)"] = sum(\.regions)
      counts["absorbed-\(name)"] = sum(\.absorbed)
      counts["without-\(settings.matching.similarity.rawValue)-\(name)"] = sum(\.shapeless)
      counts["undefined-category-\(name)"] = sum(\.uncategorised)
    }
    return counts
  }

  private func confusion(_ comparison: Comparison) -> AuditReport.Confusion {
    let names = comparison.pairing.categories
    func name(_ code: Int32) -> String? {
      code == CategoryCells.missing ? nil : names[Int(code)]
    }
    return AuditReport.Confusion(
      cells: comparison.meetings.sortedCells.map {
        .init(a: name($0.cell.row), b: name($0.cell.column), count: $0.count)
      }
    )
  }
}
