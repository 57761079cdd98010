package import Annotations

/// How nearest neighbours are found.
package enum NeighbourMethod: String, CaseIterable, Sendable {
  /// Exactly up to `exactLimit` vectors, approximately beyond.
  case automatic = "auto"
  case exact
  case approximate

  /// Up to so many vectors all distances are computed.
  ///
  /// At 512 numbers a vector that takes about five minutes of processor time; a graph takes a third of it,
  /// but is built by one thread.
  package static let exactLimit = 200_000

  /// Neighbours, and how they were found.
  package struct Outcome: Sendable {
    package var graph: NeighbourGraph
    /// Of the exact neighbours of some rows, how many were found; `nil` where all are exact.
    package var recall: Recall?
  }

  package struct Recall: Hashable, Sendable {
    package var found: Int
    package var sampled: Int
  }

  /// The k nearest others of every row; exact ones where there is not memory enough for a graph.
  ///
  /// - Precondition: `k` is at least 1 and below the number of rows, and all numbers are finite.
  package func outcome(
    _ table: VectorTable,
    distance: VectorDistance,
    k: Int,
    threads: Int
  ) async -> Outcome {
    if self == .approximate || self == .automatic && table.count > Self.exactLimit {
      let search = ApproximateNeighbourSearch(table, distance: distance)
      if let outcome = await search.outcome(k: k, threads: threads) { return outcome }
    }
    let graph = await NeighbourSearch(table, distance: distance).graph(k: k, threads: threads)
    return Outcome(graph: graph)
  }
}
