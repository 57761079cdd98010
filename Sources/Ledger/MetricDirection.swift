/// Which way of a number is the better one.
package enum MetricDirection {
  case higherIsBetter
  case lowerIsBetter
  /// A count among n, of which fewer are better; judged as its share of n.
  case fewerOfNIsBetter

  /// `nil` for a number that is neither good nor bad: sizes of the data, offsets, curves.
  package init?(of metric: String) {
    if Self.higher.contains(metric) {
      self = .higherIsBetter
    } else if Self.lower.contains(metric) {
      self = .lowerIsBetter
    } else if Self.fewerOfN.contains(metric) {
      self = .fewerOfNIsBetter
    } else {
      return nil
    }
  }

  private static let higher: Set = [
    "alpha", "alpha-image-mean", "alpha-interval", "alpha-pair-mean", "alpha-ratio",
    "attribute-agreement", "attribute-icc", "attribute-kappa", "attribute-kappa-weighted",
    "brennan-prediger", "cohen-kappa", "cohen-kappa-observed", "cohen-kappa-pabak",
    "cohen-kappa-pair-max", "cohen-kappa-pair-mean", "cohen-kappa-pair-min", "consensus-certainty",
    "detection-rate", "dice", "dice-any-category", "dice-pair-mean", "fleiss-kappa", "gwet-ac1",
    "icc-1", "icc-1k", "icc-a1", "icc-ak", "icc-c1", "icc-ck", "iou-mean", "iou-mean-any-category",
    "iou-mean-pair-mean", "iou-mean-unmatched-zero", "iou-median", "iou-min", "iou-p05", "iou-p10",
    "iou-p25", "iou-p75", "iou-p90", "iou-share", "jaccard-any-category", "kendall-w",
    "keypoint-visibility-agreement", "label-observed-agreement", "reference-accuracy",
  ]

  private static let lower: Set = [
    "annotator-error-rate", "annotator-error-rate-shrunken", "category-error-rate", "centre-shift",
    "cost-per-accepted-label", "defect-rate", "extra-rate", "keypoint-error", "missing-rate",
    "recurrence-rate", "remaining-defect-rate", "rework-defect-rate", "suspect-rate",
    "tightness-spread", "unbudgeted-share", "uplift-over-price",
  ]

  private static let fewerOfN: Set = [
    "category-mismatch", "category-mismatch-agnostic", "consensus-uncertain", "findings",
  ]
}
