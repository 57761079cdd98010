import Findings
import Metrics

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
          "by an audit: annotations with a finding of severity error and records that cannot be used, by all "
          + "annotations and such records, n = these. By a review of suspects: what the review found "
          + "and what it leaves, n = reviewed"
      )
    ],
    source: "counts; interval by E. B. Wilson, 1927"
  )

  /// The rate, or the reason why there is none.
  ///
  /// A record that cannot be used counts as delivered and wrong.
  static func record(wrong: Int, unusable: Int, of annotations: Int) -> MetricRecord {
    MetricRecord(
      "defect-rate",
      .overall,
      share: min(wrong, annotations) + unusable,
      of: annotations + unusable,
      undefined: "there is no annotation"
    )
  }
}
