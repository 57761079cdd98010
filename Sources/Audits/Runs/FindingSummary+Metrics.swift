import Findings

extension AuditReport.FindingSummary {
  /// The number of findings as metric records, overall and by rule, so that a clause can name them.
  func metrics(of annotations: Int) -> [MetricRecord] {
    let overall = MetricRecord(
      id: "findings",
      slice: .overall,
      outcome: .number(Double(total), n: annotations, interval: nil)
    )
    return [overall]
      + rules.map {
        MetricRecord(
          id: "findings",
          slice: SliceLabel([.rule: $0.id]),
          outcome: .number(Double($0.count), n: annotations, interval: nil)
        )
      }
  }
}
