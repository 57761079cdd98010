import Audits
import Findings

/// A rule or a metric as programs read it: what `assay explain` says.
enum CatalogEntry: Encodable {
  case rule(RuleEntry)
  case metric(MetricEntry)

  struct RuleEntry: Encodable {
    let kind = "rule"
    let id, severity, summary, rationale, fix: String
  }

  struct MetricEntry: Encodable {
    let kind = "metric"
    let id, unit, summary, formula, source: String
  }

  static var rules: [CatalogEntry] {
    RuleCatalog.abouts.map { rule in
      .rule(
        RuleEntry(
          id: rule.id,
          severity: rule.severity.rawValue,
          summary: rule.summary,
          rationale: rule.rationale,
          fix: rule.fix
        )
      )
    }
  }

  /// Every number once, whatever makes it.
  static var metrics: [CatalogEntry] {
    var told: Set<String> = []
    return Definitions.abouts.flatMap { about in
      about.outputs.filter { told.insert($0.id).inserted }.map { output in
        .metric(
          MetricEntry(
            id: output.id,
            unit: output.unit,
            summary: output.summary,
            formula: output.formula,
            source: about.source
          )
        )
      }
    }
  }

  var id: String {
    switch self {
    case .rule(let rule): rule.id
    case .metric(let metric): metric.id
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .rule(let rule): try rule.encode(to: encoder)
    case .metric(let metric): try metric.encode(to: encoder)
    }
  }
}
