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

  /// Whether the score says that a label is wrong, and not only that a vector is unusual.
  package var isAboutLabel: Bool {
    switch self {
    case .labelShare, .neighbourVote, .prototypeMargin, .selfConfidence, .normalisedMargin: true
    case .mahalanobis, .outlier, .localOutlierFactor: false
    }
  }

  /// Those that are fused where nothing else is asked for.
  package static let fusedByDefault: [SuspectScore] = [
    .neighbourVote, .prototypeMargin, .selfConfidence, .normalisedMargin,
  ]
}
