package import Findings
import Statistics

/// The time that annotators spend on a label.
package struct LabelTimes: Sendable {
  package static let about = MetricAbout(
    id: "label-times",
    version: 1,
    outputs: [
      .init(
        id: "seconds-per-label",
        summary: "median time that the annotator spends on a label",
        unit: "s",
        formula: "type 7 quantile; n = labels with a time"
      )
    ],
    source: "column 'seconds'"
  )

  private let answers: LabelAnswers

  package init(_ answers: LabelAnswers) { self.answers = answers }

  /// No record of an annotator without a time.
  package var records: [MetricRecord] {
    answers.annotators.enumerated().compactMap { annotator, name in
      let times = answers.byItem.flatMap { $0 }
        .compactMap { $0.annotator == annotator ? $0.seconds : nil }.sorted()
      guard !times.isEmpty else { return nil }
      return MetricRecord(
        "seconds-per-label",
        SliceLabel([.annotator: name]),
        quantile(0.5, ofSorted: times),
        n: times.count
      )
    }
  }
}
