import Statistics

/// What the neighbours of every vector say of its label.
package struct NeighbourVote: Sendable {
  /// By row: the share of its neighbours that have its label.
  package let labelShares: [Double]
  /// By row: the share of the vote for its label; a neighbour's vote weighs 1 / (distance + floor).
  package let voteShares: [Double]
  /// By row: the other label with the largest vote, and its share of the vote; none where all
  /// neighbours have the row's own label.
  ///
  /// Equals by label.
  package let rivals: [Rival?]

  package struct Rival: Hashable, Sendable {
    package var label: Int32
    /// Its share of the vote.
    package var voteShare: Double
    /// How many of the neighbours have it.
    package var count: Int
  }

  /// The floor under a distance, as a share of the median of all mean distances.
  private static let floorShare = 0.1

  /// `labels`: One dense code, at least 0, for each row of the graph.
  package init(_ graph: NeighbourGraph, labels: [Int32]) {
    precondition(labels.count == graph.count, "every vector has a label")
    let means = (0..<graph.count).map(graph.meanDistance).sorted()
    let floor = Self.floorShare * (median(ofSorted: means).value ?? 0)
    var (shares, votes, rivals) = ([Double](), [Double](), [Rival?]())
    for row in 0..<graph.count {
      var counts: [Int32: (votes: Double, count: Int)] = [:]
      var total = 0.0
      for (other, distance) in zip(graph.neighbours(of: row), graph.distances(of: row)) {
        // All distances are 0 where most vectors are equal; then every vote is worth the same.
        let weight = floor > 0 ? floor / (distance + floor) : 1
        let cell = counts[labels[Int(other)]] ?? (0, 0)
        counts[labels[Int(other)]] = (cell.votes + weight, cell.count + 1)
        total += weight
      }
      let own = counts.removeValue(forKey: labels[row]) ?? (0, 0)
      shares.append(Double(own.count) / Double(graph.k))
      votes.append(own.votes / total)
      rivals.append(
        counts.max { ($0.value.votes, -$0.key) < ($1.value.votes, -$1.key) }
          .map { Rival(label: $0.key, voteShare: $0.value.votes / total, count: $0.value.count) }
      )
    }
    (labelShares, voteShares, self.rivals) = (shares, votes, rivals)
  }
}
