/// What rules ask of an outline of closed rings, measured in one visit.
package struct OutlineShape: Hashable, Sendable {
  /// The smallest box around all points; `nil` without a point.
  package private(set) var bounds: Box?
  /// Whether a ring has fewer than three points, or an x without a y.
  package private(set) var isIncomplete = false
  /// Whether a point is the one before it.
  package private(set) var repeatsPoint = false
  /// Whether all points of a ring lie on one line.
  package private(set) var hasLine = false
  /// Whether two edges of a ring may cross; of a ring that goes once around its centre none do.
  package private(set) var mayCross = false

  /// Without a ring.
  package init() {}

  /// Takes `x0, y0, x1, y1, …` in pixels, the last point joined to the first.
  package init(ring: ArraySlice<Double>) {
    bounds = Polygon.bounds(ring)
    isIncomplete = ring.count < 6 || ring.count % 2 != 0
    repeatsPoint = Polygon.repeatedPoints(ring) > 0
    hasLine = Polygon.isOnALine(ring)
    mayCross = !Polygon.goesOnceRound(ring)
  }

  /// Adds the rings of another one.
  package mutating func formUnion(_ other: OutlineShape) {
    if let more = other.bounds { bounds = bounds?.union(more) ?? more }
    isIncomplete = isIncomplete || other.isIncomplete
    repeatsPoint = repeatsPoint || other.repeatsPoint
    hasLine = hasLine || other.hasLine
    mayCross = mayCross || other.mayCross
  }
}
