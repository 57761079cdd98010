/// Measures of a closed ring given as `x0, y0, x1, y1, …` in pixels, the last point joined to the first.
package enum Polygon {
  /// The enclosed area in px² by the shoelace formula; crossing rings count by their winding.
  ///
  /// - Returns: A number of at least 0; 0 for fewer than three points. An odd last number is left out.
  package static func area(_ coordinates: some Collection<Double>) -> Double {
    var points = pairs(of: coordinates).makeIterator()
    guard let first = points.next() else { return 0 }
    // Relative to the first point, which keeps the products small far from the origin.
    var doubled = 0.0
    var previous = (x: 0.0, y: 0.0)
    while let point = points.next() {
      let current = (x: point.x - first.x, y: point.y - first.y)
      doubled += previous.x * current.y - current.x * previous.y
      previous = current
    }
    return abs(doubled) / 2
  }

  /// The smallest box around all points, or `nil` without a point.
  package static func bounds(_ coordinates: some Collection<Double>) -> Box? {
    var points = pairs(of: coordinates).makeIterator()
    guard let first = points.next() else { return nil }
    var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
    while let point = points.next() {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }

  private static func pairs(
    of coordinates: some Collection<Double>
  ) -> some Sequence<(x: Double, y: Double)> {
    sequence(state: coordinates.makeIterator()) { iterator in
      guard let x = iterator.next(), let y = iterator.next() else { return nil }
      return (x, y)
    }
  }
}
