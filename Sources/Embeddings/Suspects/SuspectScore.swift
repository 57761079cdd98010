/// The scores that labels are suspected by.
package enum SuspectScore: String, CaseIterable, Hashable, Sendable {
  case labelShare = "label-share"
  case neighbourVote = "neighbour-vote"
  case prototypeMargin = "prototype-margin"
  case mahalanobis
  case outlier
  case localOutlierFactor = "lof"
  case selfConfidence = "self-confidence"
  case normalisedMargin = "normalised-margin"

  /// Whether a high score is suspect; else a low one is.
  package var isSuspectWhenHigh: Bool {
    switch self {
    case .prototypeMargin, .mahalanobis, .outlier, .localOutlierFactor: true
    case .labelShare, .neighbourVote, .selfConfidence, .normalisedMargin: false
    }
  }

  /// Whether it needs a model's probabilities; else it needs vectors.
  package var isOfProbabilities: Bool {
    switch self {
    case .selfConfidence, .normalisedMargin: true
    case .labelShare, .neighbourVote, .prototypeMargin, .mahalanobis, .outlier,
      .localOutlierFactor:
      false
    }
  }

  /// Those that are fused where nothing else is asked for.
  package static let fusedByDefault: [SuspectScore] = [
    .neighbourVote, .prototypeMargin, .selfConfidence, .normalisedMargin,
  ]
}
