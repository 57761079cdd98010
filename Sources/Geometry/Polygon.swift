/// Measures of a closed ring given as `x0, y0, x1, y1, …` in pixels, the last point joined to the first.
package enum Polygon {
  /// The enclosed area in px² by the shoelace formula; crossing rings count by their winding.
  ///
  /// - Returns: A number of at least 0; 0 for fewer than three points. An odd last number is left out.
  package static func area(_ coordinates: ArraySlice<Double>) -> Double {
    let points = coordinates.count / 2
    guard points > 2 else { return 0 }
    // Relative to the first point, which keeps the products small far from the origin.
    let (originX, originY) = (
      coordinates[coordinates.startIndex], coordinates[coordinates.startIndex + 1]
    )
    var doubled = 0.0
    var previous = (x: 0.0, y: 0.0)
    for point in 1..<points {
      let index = coordinates.startIndex + 2 * point
      let current = (x: coordinates[index] - originX, y: coordinates[index + 1] - originY)
      doubled += previous.x * current.y - current.x * previous.y
      previous = current
    }
    return abs(doubled) / 2
  }

  /// The smallest box around all points, or `nil` without a point.
  package static func bounds(_ coordinates: ArraySlice<Double>) -> Box? {
    guard coordinates.count > 1 else { return nil }
    var (left, top, right, bottom) = (
      Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
    )
    // By address: this walks over every outline of a data set.
    coordinates.withUnsafeBufferPointer { points in
      for index in stride(from: 0, to: points.count - 1, by: 2) {
        left = min(left, points[index])
        right = max(right, points[index])
        top = min(top, points[index + 1])
        bottom = max(bottom, points[index + 1])
      }
    }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }
}
