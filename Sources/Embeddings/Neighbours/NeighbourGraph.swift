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

  /// The rows of several graphs, one after the other.
  init(_ parts: [NeighbourGraph], k: Int) {
    self.init(
      count: parts.reduce(0) { $0 + $1.count },
      k: k,
      neighbours: parts.flatMap(\.neighbours),
      distances: parts.flatMap(\.distances)
    )
  }

  package func neighbours(of row: Int) -> ArraySlice<Int32> { neighbours[row * k..<(row + 1) * k] }

  package func distances(of row: Int) -> ArraySlice<Double> { distances[row * k..<(row + 1) * k] }

  /// Mean distance of a vector's neighbours.
  package func meanDistance(of row: Int) -> Double {
    distances(of: row).reduce(0, +) / Double(k)
  }
}
