/// What rules ask of a closed ring, measured in one visit.
package struct RingShape: Hashable, Sendable {
  /// The smallest box around all points; `nil` without a point.
  package let bounds: Box?
  /// Whether a point is the one before it.
  package let repeatsPoint: Bool
  /// Whether all points lie on one line.
  package let isLine: Bool
  /// Whether it turns one way and once around its centre, so that no two of its edges cross.
  package let goesOnceRound: Bool

  /// Takes `x0, y0, x1, y1, …` in pixels, the last point joined to the first; an odd last number is left out.
  package init(_ coordinates: ArraySlice<Double>) {
    bounds = Polygon.bounds(coordinates)
    repeatsPoint = Polygon.repeatsPoint(coordinates)
    isLine = Polygon.isOnALine(coordinates)
    goesOnceRound = Polygon.goesOnceRound(coordinates)
  }
}
