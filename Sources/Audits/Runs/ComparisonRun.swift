package import Findings
import Annotations
import Formats
import Statistics
import Geometry
package import Metrics

/// Two data sets of the same images, matched and measured.
package struct ComparisonRun: Sendable {
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

  package func report(on a: Delivery, _ b: Delivery) async -> AuditReport {
    let pairing = DatasetPairing(a.result.dataset, b.result.dataset)
    let comparison = await Comparison(pairing, options: matching, threads: bootstrap.threads)
    let findings = await DisagreementRun(
      settings: DisagreementSettings(),
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: comparison)
    let flaws = await RuleRun(
      settings: rules,
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).findings(in: [a.result, b.result])
    let metrics = await comparison.records(bootstrap: bootstrap)
    let figures = FigureRuleCatalog.findings(
      in: metrics,
      settings: DisagreementSettings(),
      findingsPerRule: findingsPerRule
    )
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: parameters,
      inputs: [a.input, b.input],
      excluded: excluded(comparison),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      confusion: confusion(comparison),
      findings: figures.followed(by: findings).followed(by: flaws)
    )
  }

  private var parameters: [String: AuditReport.ParameterValue] {
    [
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
  }

  private func excluded(_ comparison: Comparison) -> [String: Int] {
    let unpaired = comparison.pairing.unpaired
    var counts: [String: Int] = ["images-compared": comparison.images.count]
    for side in Side.allCases {
      let name = side.rawValue
      counts["images-unpaired-\(name)"] = unpaired.images[side]
      counts["images-unassigned-\(name)"] = unpaired.unassigned[side]
      counts["categories-unpaired-\(name)"] = unpaired.categories[side]
      counts["regions-\(name)"] = comparison.images.reduce(0) { $0 + $1.regions[side] }
      counts["absorbed-\(name)"] = comparison.images.reduce(0) { $0 + $1.absorbed[side] }
      counts["without-\(matching.similarity.rawValue)-\(name)"] =
        comparison.images.reduce(0) { $0 + $1.shapeless[side] }
      counts["undefined-category-\(name)"] =
        comparison.images.reduce(0) { $0 + $1.uncategorised[side] }
    }
    return counts
  }

  private func confusion(_ comparison: Comparison) -> AuditReport.Confusion {
    let names = comparison.pairing.categories
    func name(_ code: Int32) -> String? {
      code == CategoryCells.missing ? nil : names[Int(code)]
    }
    return AuditReport.Confusion(
      cells: comparison.cells.table.sortedCells.map {
        .init(a: name($0.cell.row), b: name($0.cell.column), count: $0.count)
      }
    )
  }
}
