/// What rules ask of an outline of closed rings, measured in one visit.
package struct OutlineShape: Hashable, Sendable {
  /// The smallest box around all points; `nil` without a point.
  package private(set) var bounds: Box?
  /// The areas inside the rings, added up, in px²; a ring that crosses itself counts by its winding.
  package private(set) var area = 0.0
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
  ///
  /// The numbers are those of `Polygon.bounds`, `area`, `repeatedPoints`, `isOnALine` and `goesOnceRound`, to the bit.
  package init(ring: ArraySlice<Double>) {
    isIncomplete = ring.count < 6 || ring.count % 2 != 0
    hasLine = Polygon.isOnALine(ring)
    ring.withUnsafeBufferPointer { measure($0) }
  }

  /// All that needs every point of a ring goes by in one loop: this walks over every outline of a data set.
  private mutating func measure(_ points: UnsafeBufferPointer<Double>) {
    let count = points.count / 2
    mayCross = true
    guard count > 0 else { return }
    let (originX, originY) = (points[0], points[1])
    var (left, top, right, bottom) = (originX, originY, originX, originY)
    var (sumX, sumY) = (originX, originY)
    var (previousX, previousY, doubled) = (0.0, 0.0, 0.0)
    for point in 1..<count {
      let (x, y) = (points[2 * point], points[2 * point + 1])
      left = min(left, x)
      right = max(right, x)
      top = min(top, y)
      bottom = max(bottom, y)
      sumX += x
      sumY += y
      let (currentX, currentY) = (x - originX, y - originY)
      if x == points[2 * point - 2], y == points[2 * point - 1] { repeatsPoint = true }
      doubled += previousX * currentY - currentX * previousY
      (previousX, previousY) = (currentX, currentY)
    }
    bounds = Box(left: left, top: top, right: right, bottom: bottom)
    guard count > 2 else { return }
    area = abs(doubled) / 2
    let centre = (x: sumX / Double(count), y: sumY / Double(count))
    mayCross = !Polygon.goesOnceRound(points, centre: centre)
  }

  /// Adds the rings of another one.
  package mutating func formUnion(_ other: OutlineShape) {
    if let more = other.bounds { bounds = bounds?.union(more) ?? more }
    area += other.area
    isIncomplete = isIncomplete || other.isIncomplete
    repeatsPoint = repeatsPoint || other.repeatsPoint
    hasLine = hasLine || other.hasLine
    mayCross = mayCross || other.mayCross
  }
}
