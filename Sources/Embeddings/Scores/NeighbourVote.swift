import Statistics

/// What the neighbours of every vector say of its label.
package struct NeighbourVote: Sendable {
  /// By row: the share of its neighbours that have its label.
  package let labelShares: [Double]
  /// By row: the share of the vote for its label; a neighbour's vote weighs 1 / (distance + floor).
  ///
  /// Only as many of the nearest vote as the label has other rows, at most k: a rare label could not
  /// win otherwise, however near its few rows are to each other. Undefined where it has no other row.
  package let voteShares: [Double?]
  /// By row: the other label with the largest vote, and its share of the vote; none where all
  /// neighbours that vote have the row's own label, or none votes.
  ///
  /// Equals by label.
  package let rivals: [Rival?]

  package struct Rival: Hashable, Sendable {
    package var label: Int32
    /// Its share of the vote.
    package var voteShare: Double
    /// How many of the neighbours that vote have it.
    package var count: Int
    /// How many of them have the row's own label.
    package var own: Int
    /// How many neighbours vote.
    package var voters: Int

    /// Most of the vote is for it, and at most half of those who vote have the row's own label: a near
    /// duplicate with a wrong label has much weight, but is only one.
    package var contradicts: Bool { voteShare > 0.5 && own * 2 <= voters }
  }

  /// The floor under a distance, as a share of the median of all mean distances.
  private static let floorShare = 0.1

  /// `labels`: One dense code, at least 0, for each row of the graph.
  package init(_ graph: NeighbourGraph, labels: [Int32]) {
    precondition(labels.count == graph.count, "every vector has a label")
    let means = (0..<graph.count).map(graph.meanDistance).sorted()
    let floor = Self.floorShare * (median(ofSorted: means).value ?? 0)
    var sizes: [Int32: Int] = [:]
    for label in labels { sizes[label, default: 0] += 1 }
    var (shares, votes, rivals) = ([Double](), [Double?](), [Rival?]())
    for row in 0..<graph.count {
      let same = graph.neighbours(of: row).count { labels[Int($0)] == labels[row] }
      shares.append(Double(same) / Double(graph.k))
      let voters = min(graph.k, (sizes[labels[row]] ?? 1) - 1)
      let ballot = Ballot(graph, of: row, voters: voters, labels: labels, floor: floor)
      votes.append(ballot.share(of: labels[row]))
      rivals.append(ballot.winner(otherThan: labels[row]))
    }
    (labelShares, voteShares, self.rivals) = (shares, votes, rivals)
  }
}

/// The votes of some of a row's nearest neighbours.
private struct Ballot {
  private var cells: [Int32: (votes: Double, count: Int)] = [:]
  private var total = 0.0
  private let voters: Int

  init(_ graph: NeighbourGraph, of row: Int, voters: Int, labels: [Int32], floor: Double) {
    self.voters = voters
    let pairs = zip(graph.neighbours(of: row), graph.distances(of: row))
    for (other, distance) in pairs.prefix(voters) {
      // All distances are 0 where most vectors are equal; then every vote is worth the same.
      let weight = floor > 0 ? floor / (distance + floor) : 1
      let cell = cells[labels[Int(other)]] ?? (0, 0)
      cells[labels[Int(other)]] = (cell.votes + weight, cell.count + 1)
      total += weight
    }
  }

  func share(of label: Int32) -> Double? {
    voters > 0 ? (cells[label]?.votes ?? 0) / total : nil
  }

  func winner(otherThan own: Int32) -> NeighbourVote.Rival? {
    cells.filter { $0.key != own }
      .max { ($0.value.votes, -$0.key) < ($1.value.votes, -$1.key) }
      .map {
        NeighbourVote.Rival(
          label: $0.key,
          voteShare: $0.value.votes / total,
          count: $0.value.count,
          own: cells[own]?.count ?? 0,
          voters: voters
        )
      }
  }
}
