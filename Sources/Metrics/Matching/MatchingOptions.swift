package import Geometry

/// What decides whether two objects are the same one.
package struct MatchingOptions: Hashable, Sendable {
  /// τ: two objects may be matched from this IoU on, inclusive; above 0, at most 1.
  package var minimumIoU: Double
  package var convention: IoUConvention
  /// Whether VOC's `difficult` objects are kept out like crowd regions.
  package var ignoresDifficult: Bool
  /// λ: what a common category adds to the IoU of a pair.
  package var categoryBonus: Double

  package init(
    minimumIoU: Double = 0.5,
    convention: IoUConvention = .continuous,
    ignoresDifficult: Bool = false,
    categoryBonus: Double = 0.1
  ) {
    self.minimumIoU = minimumIoU
    self.convention = convention
    self.ignoresDifficult = ignoresDifficult
    self.categoryBonus = categoryBonus
  }
}
