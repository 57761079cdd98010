extension Polygon {
  /// How many points are the one before; that the last one is the first closes the ring.
  package static func repeatedPoints(_ coordinates: ArraySlice<Double>) -> Int {
    // By address: this walks over every outline of a data set.
    coordinates.withUnsafeBufferPointer { points in
      var count = 0
      for index in stride(from: 2, to: points.count - 1, by: 2) {
        let isRepeated =
          points[index] == points[index - 2] && points[index + 1] == points[index - 1]
        if isRepeated { count += 1 }
      }
      return count
    }
  }

  /// Whether no point leaves the line through the first two that differ.
  package static func isOnALine(_ coordinates: ArraySlice<Double>) -> Bool {
    coordinates.withUnsafeBufferPointer { points in
      guard points.count > 1 else { return true }
      var direction: (x: Double, y: Double)?
      for index in stride(from: 2, to: points.count - 1, by: 2) {
        let (dx, dy) = (points[index] - points[0], points[index + 1] - points[1])
        guard dx != 0 || dy != 0 else { continue }
        guard let line = direction else {
          direction = (dx, dy)
          continue
        }
        if line.x * dy != line.y * dx { return false }
      }
      return true
    }
  }
}
