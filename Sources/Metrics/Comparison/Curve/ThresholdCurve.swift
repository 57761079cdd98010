import Annotations
package import Findings
import Statistics

/// The agreement of two annotators over the IoU threshold τ, and the τ that tells agreement from chance.
///
/// An agreement number falls with τ, so it means nothing without its τ; where it falls says whether two
/// annotators miss objects or draw them loosely.
package struct ThresholdCurve: Sendable {
  package static let about = MetricAbout(
    id: "threshold-curve",
    version: 1,
    outputs: [
      .init(
        id: "tau-star",
        summary:
          "the threshold that best tells boxes of one object from boxes that overlap by chance",
        unit: "IoU",
        formula: """
          the τ with the largest share(best IoU in the same image ≥ τ) − share(best IoU in another \
          image ≥ τ), over each object and each other annotator; n = such pairs
          """
      ),
      .init(
        id: "tau-star-separation",
        summary: "how well it does: 1 where no object is mistaken, 0 where boxes lie as by chance",
        unit: "",
        formula: "that difference (Youden's J)"
      ),
    ],
    source: "after D. Tschirschwitz, V. Rodehorst, KαLOS, 2026; W. J. Youden, 1950"
  )

  /// τ = .3 … .95, as the trade draws it.
  package static let thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

  /// Numbers that are given for each τ, in slice `iou`.
  private static let ids: Set<String> = [
    "alpha", "alpha-image-mean", "dice", "dice-any-category", "cohen-kappa", "iou-mean", "matched",
  ]

  /// Those that give them.
  private static let metrics: [any ComparisonMetric.Type] = [
    CategoryAgreement.self, IoUDistribution.self,
  ]

  private let pairing: DatasetPairing
  private let options: MatchingOptions

  package init(_ pairing: DatasetPairing, options: MatchingOptions) {
    self.pairing = pairing
    self.options = options
  }

  /// Matches anew at every τ, and calibrates τ.
  package func records(
    thresholds: [Double] = ThresholdCurve.thresholds,
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    var records: [MetricRecord] = []
    for threshold in thresholds {
      var options = options
      options.minimumIoU = threshold
      let comparison = await Comparison(pairing, options: options, threads: bootstrap.threads)
      records += await comparison.records(of: Self.metrics, bootstrap: bootstrap)
        .filter { $0.slice == .overall && Self.ids.contains($0.id) }
        .map { record in
          var record = record
          record.slice = record.slice.with(.iou, "\(threshold)")
          return record
        }
    }
    return records + ThresholdCalibration(pairing, options: options).records
  }
}
