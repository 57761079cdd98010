/// What rules tolerate; the defaults come from what correct public data sets hold.
package struct RuleSettings: Hashable, Sendable {
  /// How far a box may reach over an edge of its image, in px.
  package var boundsTolerance: Double
  /// How far a polygon may reach over an edge of its box, in px.
  package var polygonTolerance = 1.0
  /// How far a stated area may be from the measured one, as a share of the latter; 1 px² is added.
  package var areaTolerance = 0.01
  /// The same for the mask of a crowd region; COCO itself states up to 13 % more than the mask covers.
  package var crowdAreaTolerance = 0.25

  package init(boundsTolerance: Double = 1) { self.boundsTolerance = boundsTolerance }
}
