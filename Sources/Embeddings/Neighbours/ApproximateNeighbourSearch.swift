package import Annotations

/// Finds most of the nearest neighbours of every vector, for tables too large for all distances.
///
/// A graph of hnswlib chooses candidates; their distances are computed in double precision, so that every
/// distance is exact and only a neighbour may be missing. The same table gives the same neighbours on any
/// number of threads. About O(count · log count · width).
///
/// - Precondition: All numbers of the table are finite.
package struct ApproximateNeighbourSearch: Sendable {
  private let exact: NeighbourSearch
  private let table: VectorTable
  private let distance: VectorDistance
  /// By which all numbers are divided, so that their squares can be summed in single precision.
  private let unit: Double

  /// Rows of a part of the work; a constant.
  private static let chunkSize = 1024
  /// How many rows the recall is measured on.
  private static let sampleSize = 200

  package init(_ table: VectorTable, distance: VectorDistance) {
    self.table = table
    self.distance = distance
    exact = NeighbourSearch(table, distance: distance)
    var largest = 0.0
    if distance == .l2 {
      for row in 0..<table.count {
        for column in 0..<table.width { largest = max(largest, table[row, column].magnitude) }
      }
    }
    unit = largest > 0 ? largest : 1
  }

  /// Most of the k nearest others of every row, and how many of them are the nearest in a sample of rows.
  ///
  /// - Returns: `nil` where there is not memory enough for the graph.
  /// - Precondition: `k` is at least 1 and below the number of rows.
  package func outcome(k: Int, threads: Int) async -> NeighbourMethod.Outcome? {
    precondition(k >= 1 && k < table.count, "a vector has fewer neighbours than there are others")
    let breadth = max(100, 4 * (k + 1))
    guard
      let graph = SmallWorldGraph(width: table.width, capacity: table.count, breadth: breadth)
    else { return nil }
    for row in 0..<table.count {
      guard graph.add(vector(row), row: row) else { return nil }
    }
    let neighbours = await NeighbourGraph.of(
      chunks,
      count: table.count,
      k: k,
      threads: threads
    ) { rows in
      rows.map { nearest(to: $0, k: k, in: graph) }
    }
    let sample = stride(from: 0, to: table.count, by: max(1, table.count / Self.sampleSize))
    let hits = await inOrder(Array(sample), threads: threads) { row in
      let nearest = Set(exact.nearest(to: row, k: k).map(\.row))
      return neighbours.neighbours(of: row).count { nearest.contains(Int($0)) }
    }
    return NeighbourMethod.Outcome(
      graph: neighbours,
      recall: .init(found: hits.reduce(0, +), sampled: hits.count * k)
    )
  }

  private var chunks: [Range<Int>] {
    stride(from: 0, to: table.count, by: Self.chunkSize).map {
      $0..<min($0 + Self.chunkSize, table.count)
    }
  }

  /// What the graph holds of a row: of length 1 for the cosine, whose order is then that of l2.
  private func vector(_ row: Int) -> [Float] {
    let values = table.row(row)
    guard distance == .cosine else { return values.map { Float($0 / unit) } }
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return [Float](repeating: 0, count: values.count) }
    let length = values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot() * largest
    return values.map { Float($0 / length) }
  }

  private func nearest(
    to row: Int,
    k: Int,
    in graph: SmallWorldGraph
  ) -> [(row: Int, distance: Double)] {
    // A few more than asked for: single precision may have a near tie the wrong way round.
    let candidates = graph.search(vector(row), count: min(table.count, k + 9))
    let found = candidates.filter { $0 != row }.map { ($0, exact.distance(row, $0)) }
    // What cannot be reached from where the search begins may leave too few.
    return found.count >= k ? NeighbourSearch.best(k, of: found) : exact.nearest(to: row, k: k)
  }
}
