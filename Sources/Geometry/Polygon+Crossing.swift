extension Polygon {
  /// Whether two edges of a closed ring cross in their inside; edges that only touch do not.
  ///
  /// Each edge is held against those whose bounding boxes it meets, by an index: O(n log n) for outlines
  /// as they are drawn. A ring of more than `pairsPerEdge` such pairs an edge is given up on.
  ///
  /// - Returns: The positions of the first two edges that cross, counted from 0 from the first point, or
  ///   `nil` where none do or the ring was given up on.
  package static func crossing(
    _ coordinates: ArraySlice<Double>,
    pairsPerEdge: Int = 200
  ) -> (Int, Int)? {
    // Most outlines are of this kind, and are told without looking at pairs of edges.
    guard !goesOnceRound(coordinates) else { return nil }
    let edges = edges(coordinates)
    guard edges.count > 3 else { return nil }
    let index = BoxIndex(edges.map(\.bounds))
    var pairs = edges.count * pairsPerEdge
    for (position, edge) in edges.enumerated() {
      let other = index.first(in: EdgeRange(touching: edge.bounds), before: position) { other, _ in
        pairs -= 1
        return pairs >= 0 && edge.crosses(edges[other])
      }
      if let other { return (edges[other].position, edge.position) }
      guard pairs > 0 else { return nil }
    }
    return nil
  }

  /// Whether the ring, seen from the mean of its points, turns one way only and once: then no two of its
  /// edges cross.
  ///
  /// - Complexity: O(n).
  static func goesOnceRound(_ coordinates: ArraySlice<Double>) -> Bool {
    coordinates.withUnsafeBufferPointer { points in
      let count = points.count / 2
      var (x, y) = (0.0, 0.0)
      for index in stride(from: 0, to: 2 * count, by: 2) {
        x += points[index]
        y += points[index + 1]
      }
      return goesOnceRound(points, centre: (x / Double(count), y / Double(count)))
    }
  }

  /// The same, with the mean of the points known.
  static func goesOnceRound(
    _ points: UnsafeBufferPointer<Double>,
    centre: (x: Double, y: Double)
  ) -> Bool {
    // By address: this walks over every outline of a data set.
    let count = points.count / 2
    guard count > 2 else { return false }
    var (x, y) = (points[2 * count - 2] - centre.x, points[2 * count - 1] - centre.y)
    var (turnsLeft, turnsRight, upwards, downwards) = (false, false, 0, 0)
    for index in stride(from: 0, to: 2 * count, by: 2) {
      let (nextX, nextY) = (points[index] - centre.x, points[index + 1] - centre.y)
      let turn = x * nextY - y * nextX
      if turn > 0 {
        turnsLeft = true
      } else if turn < 0 {
        turnsRight = true
      } else if nextX != x || nextY != y {
        return false
      }
      if turnsLeft && turnsRight { return false }
      if y < 0 && nextY >= 0 { upwards += 1 }
      if y >= 0 && nextY < 0 { downwards += 1 }
      (x, y) = (nextX, nextY)
    }
    return upwards == 1 && downwards == 1
  }

  /// The edges of a ring, those without length left out.
  private static func edges(_ coordinates: ArraySlice<Double>) -> [Edge] {
    let first = coordinates.startIndex
    let count = coordinates.count / 2
    guard count > 2, coordinates.allSatisfy(\.isFinite) else { return [] }
    func point(_ position: Int) -> Point {
      let index = first + 2 * (position % count)
      return Point(x: coordinates[index], y: coordinates[index + 1])
    }
    return (0..<count).compactMap { position in
      let edge = Edge(position: position, from: point(position), to: point(position + 1))
      return edge.from == edge.to ? nil : edge
    }
  }
}

private struct Point: Equatable {
  var x: Double
  var y: Double
}

private struct Edge {
  var position: Int
  var from: Point
  var to: Point

  var bounds: Box {
    Box(
      left: min(from.x, to.x),
      top: min(from.y, to.y),
      right: max(from.x, to.x),
      bottom: max(from.y, to.y)
    )
  }

  /// Whether each edge has the ends of the other on different sides.
  func crosses(_ other: Edge) -> Bool {
    let (a, b) = (side(of: other.from), side(of: other.to))
    let (c, d) = (other.side(of: from), other.side(of: to))
    return (a > 0 && b < 0 || a < 0 && b > 0) && (c > 0 && d < 0 || c < 0 && d > 0)
  }

  /// Positive on one side of the line through the edge, negative on the other.
  private func side(of point: Point) -> Double {
    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
  }
}
