package import Findings
import Metrics

/// What the metric ids of reports mean.
package enum Definitions {
  /// What every metric says of itself.
  package static var abouts: [MetricAbout] {
    MetricCatalog.abouts + [DefectRate.about, SuspectMetrics.about, PredictionMetrics.about]
      + [CostMetrics.about, ReworkMetrics.about, ToleranceRun.about]
  }

  /// Every metric id that a report may hold, by id; where two metrics share one, the first text counts.
  package static var all: [AuditReport.Definition] {
    let outputs = abouts.flatMap { about in
      about.outputs.map { output in
        AuditReport.Definition(
          id: output.id,
          summary: output.summary,
          unit: output.unit,
          formula: output.formula,
          source: about.source
        )
      }
    }
    let findings = AuditReport.Definition(
      id: "findings",
      summary: "findings of all rules, or of one",
      unit: "findings",
      formula: "exact count; n = annotations",
      source: "counts"
    )
    return Dictionary(
      (outputs + [findings]).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    .values.sorted { $0.id < $1.id }
  }

  static func of(_ records: [MetricRecord]) -> [AuditReport.Definition] {
    let ids = Set(records.map(\.id))
    return all.filter { ids.contains($0.id) }
  }
}
