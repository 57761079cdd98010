package import Annotations

/// Finds nearest neighbours exactly: those, in that order, that distances in double precision give.
///
/// Products in single precision choose candidates; their distances are computed again in double, and
/// where the error bound of a product leaves a doubt, so are the distances to all rows. A pair of blocks
/// is multiplied once for both. O(count² · width).
///
/// - Precondition: All numbers of the table are finite.
package struct NeighbourSearch: Sendable {
  private let exact: ExactDistance

  package init(_ table: VectorTable, distance: VectorDistance) {
    exact = ExactDistance(table, distance)
  }

  /// Rows of a block; a constant, because sums of products depend on it in their last digit.
  private static let blockSize = 512
  /// Candidates beyond k, so that the last neighbour seldom is in doubt.
  private static let spare = 16
  /// Tables of so few rows are not worth a product.
  static let smallCount = 256

  /// The k nearest others of every row.
  ///
  /// - Precondition: `k` is at least 1 and below the number of rows.
  package func graph(k: Int, threads: Int) async -> NeighbourGraph {
    let count = exact.table.count
    precondition(k >= 1 && k < count, "a vector has fewer neighbours than there are others")
    guard count > Self.smallCount else { return scannedGraph(k: k) }
    let panel = ScorePanel(exact)
    let blocks = await candidates(panel, capacity: min(k + Self.spare, count - 1), threads: threads)
    return await NeighbourGraph.of(blocks, count: count, k: k, threads: threads) { block in
      block.rows.map { nearest(to: $0, in: block, panel, k: k) }
    }
  }

  /// The k nearest others of one row.
  package func nearest(to row: Int, k: Int) -> [(row: Int, distance: Double)] {
    Self.best(k, of: (0..<exact.table.count).lazy.filter { $0 != row }.map { ($0, exact(row, $0)) })
  }

  /// The distance of two rows.
  package func distance(_ a: Int, _ b: Int) -> Double { exact(a, b) }

  private func scannedGraph(k: Int) -> NeighbourGraph {
    Self.graph((0..<exact.table.count).map { nearest(to: $0, k: k) }, k: k)
  }

  static func graph(_ rows: [[(row: Int, distance: Double)]], k: Int) -> NeighbourGraph {
    NeighbourGraph(
      count: rows.count,
      k: k,
      neighbours: rows.flatMap { $0.map { Int32($0.row) } },
      distances: rows.flatMap { $0.map(\.distance) }
    )
  }

  // MARK: Candidates

  /// Lets every block meet every other one, in rounds in which each meets one: nothing is shared.
  private func candidates(
    _ panel: ScorePanel,
    capacity: Int,
    threads: Int
  ) async -> [CandidateBlock] {
    BLAS.useOneThread()
    let starts = stride(from: 0, to: panel.count, by: Self.blockSize)
    var blocks = await inOrder(Array(starts), threads: threads) { start in
      let rows = start..<min(start + Self.blockSize, panel.count)
      var block = CandidateBlock(rows: rows, capacity: capacity)
      block.meetItself(panel)
      return block
    }
    let rounds = Tournament(blocks.count).rounds
    let work = Work.begin(WorkStep("finding neighbours", of: panel.count, "vectors"))
    defer { work?.end() }
    for (done, round) in rounds.enumerated() {
      let pairs = round.map { (blocks[$0.0], blocks[$0.1]) }
      let met = await inOrder(pairs, threads: threads) { pair in
        var (a, b) = pair
        CandidateBlock.meet(&a, &b, panel)
        return (a, b)
      }
      for (pair, result) in zip(round, met) { (blocks[pair.0], blocks[pair.1]) = result }
      work?.advance(done + 1, of: rounds.count)
    }
    return blocks
  }

  // MARK: Neighbours

  private func nearest(
    to row: Int,
    in block: CandidateBlock,
    _ panel: ScorePanel,
    k: Int
  ) -> [(row: Int, distance: Double)] {
    let first = (row - block.rows.lowerBound) * block.capacity
    let places = first..<first + block.capacity
    let found = Self.best(
      k,
      of: places.lazy.map { Int(block.others[$0]) }.filter { $0 != Int(CandidateBlock.none) }
        .map { ($0, exact(row, $0)) }
    )
    // A row that is no candidate has at most the last candidate's score, and an error on top of it.
    let isComplete = block.capacity >= panel.count - 1
    let highest = Double(block.scores[places.upperBound - 1]) + panel.errors[row]
    if let last = found.last, found.count == k,
      isComplete || panel.score(of: row, atDistance: last.distance) > highest
    {
      return found
    }
    return nearest(to: row, k: k)
  }

  /// The k nearest, nearest first; equals by row.
  static func best(
    _ k: Int,
    of candidates: some Sequence<(Int, Double)>
  ) -> [(row: Int, distance: Double)] {
    var best: [(row: Int, distance: Double)] = []
    best.reserveCapacity(k + 1)
    for (row, distance) in candidates {
      if best.count == k, let last = best.last, (distance, row) >= (last.distance, last.row) {
        continue
      }
      var place = best.count
      while place > 0, (distance, row) < (best[place - 1].distance, best[place - 1].row) {
        place -= 1
      }
      best.insert((row, distance), at: place)
      if best.count > k { best.removeLast() }
    }
    return best
  }
}
