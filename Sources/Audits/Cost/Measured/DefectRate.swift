import Findings
import Statistics

/// The share of a delivery's annotations that an audit finds wrong.
enum DefectRate {
  static let about = MetricAbout(
    id: "defects",
    version: 1,
    outputs: [
      .init(
        id: "defect-rate",
        summary: "share of the annotations that are wrong",
        unit: "share",
        formula:
          "annotations with a finding of severity error / annotations; records that cannot be used are in neither; n = annotations"
      )
    ],
    source: "counts; interval by E. B. Wilson, 1927"
  )

  /// The rate, or the reason why there is none.
  static func record(wrong: Int, of annotations: Int) -> MetricRecord {
    guard let interval = wilsonInterval(successes: min(wrong, annotations), trials: annotations)
    else {
      return MetricRecord(
        id: "defect-rate",
        slice: .overall,
        outcome: .undefined("there is no annotation")
      )
    }
    return MetricRecord(
      id: "defect-rate",
      slice: .overall,
      outcome: .number(
        Double(min(wrong, annotations)) / Double(annotations),
        n: annotations,
        interval: .init(low: interval.low, high: interval.high, method: "wilson-95")
      )
    )
  }
}
