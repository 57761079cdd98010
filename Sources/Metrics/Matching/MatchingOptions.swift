package import Geometry

/// What decides whether two objects are the same one.
package struct MatchingOptions: Hashable, Sendable {
  package var method: MatchingMethod
  package var similarity: Similarity
  /// τ: two objects may be matched from this similarity on, inclusive; above 0, at most 1.
  package var minimumIoU: Double
  package var convention: IoUConvention
  /// Whether VOC's `difficult` objects are kept out like crowd regions.
  package var ignoresDifficult: Bool
  /// λ: what a common category adds to the similarity of a pair; by default 0.1, 1 for `kalos`, 0 for
  /// `kAlpha`.
  package var categoryBonus: Double
  /// For keypoints: the standard deviation of each as a share of √area; `nil` for those of COCO.
  package var sigmas: [Double]?

  package init(
    method: MatchingMethod = .classPreferred,
    similarity: Similarity = .box,
    minimumIoU: Double = 0.5,
    convention: IoUConvention = .continuous,
    ignoresDifficult: Bool = false,
    categoryBonus: Double? = nil,
    sigmas: [Double]? = nil
  ) {
    self.method = method
    self.similarity = similarity
    self.minimumIoU = minimumIoU
    self.convention = convention
    self.ignoresDifficult = ignoresDifficult
    self.categoryBonus = categoryBonus ?? (method == .kalos ? 1 : method == .kAlpha ? 0 : 0.1)
    self.sigmas = sigmas
  }
}

/// How one-to-one pairs are chosen among those that may be matched.
package enum MatchingMethod: String, CaseIterable, Sendable, Codable {
  /// The largest Σ (similarity + λ·[same category]), exactly.
  case classPreferred = "class-preferred"
  /// The largest Σ similarity among pairs of the same category, then among what is left (CVAT).
  case twoStage = "two-stage"
  /// The most similar pair first; where a side has scores, COCO's: by descending score, each prediction
  /// takes the most similar free object of its category.
  case greedy
  /// Pairs of the same category first, then the most similar one (KαLOS, category-lenient).
  case kalos
  /// One annotator after the other, each matched to those before, without regard to categories
  /// (K-α, the forerunner of KαLOS).
  case kAlpha = "k-alpha"
}
