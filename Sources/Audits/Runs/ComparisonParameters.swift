import Findings
import Geometry
import Metrics

/// What a comparison was asked for, as its report says it.
struct ComparisonParameters {
  let matching: MatchingOptions
  let rules: RuleSettings
  let findingsPerRule: Int
  let bootstrap: ImageBootstrap

  var values: [String: AuditReport.ParameterValue] {
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
}
