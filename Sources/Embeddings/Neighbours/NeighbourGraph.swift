import Annotations

/// The k nearest other vectors of every vector, nearest first; equals by row.
package struct NeighbourGraph: Hashable, Sendable {
  /// The number of vectors.
  package let count: Int
  /// Neighbours of each, below `count`.
  package let k: Int
  /// `count × k` rows of vectors.
  package let neighbours: [Int32]
  /// `count × k` distances, in the same places.
  package let distances: [Double]

  package init(count: Int, k: Int, neighbours: [Int32], distances: [Double]) {
    precondition(neighbours.count == count * k && distances.count == count * k)
    self.count = count
    self.k = k
    self.neighbours = neighbours
    self.distances = distances
  }

  /// The neighbours that parts of the rows have, which are taken in as they are found: the parts together
  /// would need as much memory as the graph.
  static func of<Part: Sendable>(
    _ parts: [Part],
    count: Int,
    k: Int,
    threads: Int,
    _ nearest: @escaping @Sendable (Part) -> [[(row: Int, distance: Double)]]
  ) async -> NeighbourGraph {
    var neighbours: [Int32] = []
    var distances: [Double] = []
    neighbours.reserveCapacity(count * k)
    distances.reserveCapacity(count * k)
    await mergeInOrder(parts, threads: threads) { part in
      nearest(part)
    } merge: { rows in
      for row in rows {
        for found in row {
          neighbours.append(Int32(found.row))
          distances.append(found.distance)
        }
      }
    }
    return NeighbourGraph(count: count, k: k, neighbours: neighbours, distances: distances)
  }

  package func neighbours(of row: Int) -> ArraySlice<Int32> { neighbours[row * k..<(row + 1) * k] }

  package func distances(of row: Int) -> ArraySlice<Double> { distances[row * k..<(row + 1) * k] }

  /// Mean distance of a vector's neighbours.
  package func meanDistance(of row: Int) -> Double {
    distances(of: row).reduce(0, +) / Double(k)
  }
}
