package import Annotations
import Statistics

/// How suspect the label of every item is, and what says so.
package struct SuspectAnalysis: Sendable {
  package let labels: [Int32]
  package let defects: VectorDefects
  /// By score: one number an item; `nil` where it is undefined.
  package let scores: [SuspectScore: [Double?]]
  /// By item: the fusion of the scores asked for; 0 where it has none.
  package let fused: [Double]
  /// Items that have a score, the most suspect first; equals by item.
  package let order: [Int]
  /// By item: the label that most of its neighbours' vote is for, other than its own.
  package let rivals: [NeighbourVote.Rival?]
  /// By item: the label that the model is confident of.
  package let confidentLabels: [Int32?]
  /// How many labels are wrong, as confident learning estimates it.
  package let estimatedErrors: Int?
  /// Pairs of items of different labels that are nearly the same, nearest first.
  package let nearDuplicates: [NearDuplicate]

  /// How many of the exact neighbours were found; `nil` where all are exact, or there are no vectors.
  package let recall: NeighbourMethod.Recall?

  /// Of the usable rows; empty where there are no vectors.
  private let graph: NeighbourGraph?
  /// By item: its row in the graph.
  private let rows: [Int?]

  package struct NearDuplicate: Hashable, Sendable {
    package var first: Int
    package var second: Int
    package var distance: Double
  }

  package struct Options: Sendable {
    /// Neighbours of each vector.
    package var k = 10
    package var distance = VectorDistance.cosine
    package var method = NeighbourMethod.automatic
    /// The share of the median distance to the nearest neighbour up to which two vectors are nearly
    /// the same.
    package var nearDuplicateShare = 0.1
    package var fused = SuspectScore.fusedByDefault

    package init() {}
  }

  /// Scores every label.
  ///
  /// - Parameters:
  ///   - labels: One dense code, at least 0, an item.
  ///   - vectors: One row an item.
  ///   - probabilities: One row an item, one column a label.
  ///   - options: What neighbours are, and which scores make the ranking.
  ///   - threads: How many may work at once.
  package init(
    labels: [Int32],
    vectors: VectorTable?,
    probabilities: ProbabilityTable?,
    options: Options,
    threads: Int
  ) async {
    var scores: [SuspectScore: [Double?]] = [:]
    var rivals = [NeighbourVote.Rival?](repeating: nil, count: labels.count)
    var neighbours: Neighbours?
    let defects = vectors.map { VectorDefects($0) }
    if let vectors, let defects, defects.usable.count > 1 {
      let isComplete = defects.usable.count == vectors.count
      let found = await Neighbours(
        isComplete ? vectors : vectors.rows(defects.usable),
        labels: defects.usable.map { labels[$0] },
        options,
        threads
      )
      for (score, values) in found.scores {
        scores[score] = Self.spread(values, over: labels.count, at: defects.usable)
      }
      for (row, item) in defects.usable.enumerated() { rivals[item] = found.vote.rivals[row] }
      neighbours = found
    }
    if let probabilities {
      let quality = LabelQuality(probabilities, labels: labels)
      scores[.selfConfidence] = quality.selfConfidence
      scores[.normalisedMargin] = quality.normalisedMargin
    }
    let issues = probabilities.map { LabelIssues($0, labels: labels) }
    let confident = issues.map { Set($0.rows(.confidentLearning)) } ?? []

    self.labels = labels
    self.defects = defects ?? VectorDefects(VectorTable(width: 0, values: [Float]()))
    self.scores = scores
    self.rivals = rivals
    graph = neighbours?.graph
    recall = neighbours?.recall
    rows = Self.rows(of: self.defects.usable, count: labels.count, neighbours != nil)
    nearDuplicates = neighbours?.nearDuplicates(at: self.defects.usable, options) ?? []
    confidentLabels = labels.indices.map {
      confident.contains($0) ? issues?.joint.confidentLabels[$0] : nil
    }
    estimatedErrors = issues?.calibratedOffDiagonalCount
    let suspicion = options.fused.compactMap { score in
      scores[score]?.map { $0.map { score.isSuspectWhenHigh ? $0 : -$0 } }
    }
    let fused = RankFusion.fused(suspicion, count: labels.count)
    self.fused = fused
    order = labels.indices.filter { fused[$0] > 0 }.sorted { (-fused[$0], $0) < (-fused[$1], $1) }
  }

  /// The nearest items of an item, nearest first.
  package func neighbours(of item: Int) -> [(item: Int, distance: Double)] {
    guard let graph, let row = rows[item] else { return [] }
    return zip(graph.neighbours(of: row), graph.distances(of: row))
      .map { (defects.usable[Int($0)], $1) }
  }

  /// The neighbours contradict the label, or the model is confident of another one.
  package func isSuspect(_ item: Int) -> Bool {
    rivals[item]?.contradicts ?? false || confidentLabels[item] != nil
  }

  private static func spread(_ values: [Double?], over count: Int, at items: [Int]) -> [Double?] {
    var spread = [Double?](repeating: nil, count: count)
    for (value, item) in zip(values, items) { spread[item] = value }
    return spread
  }

  private static func rows(of items: [Int], count: Int, _ hasGraph: Bool) -> [Int?] {
    var rows = [Int?](repeating: nil, count: count)
    if hasGraph { for (row, item) in items.enumerated() { rows[item] = row } }
    return rows
  }
}

/// What the neighbours of the usable vectors say.
private struct Neighbours {
  let graph: NeighbourGraph
  let recall: NeighbourMethod.Recall?
  let vote: NeighbourVote
  let scores: [SuspectScore: [Double?]]
  let labels: [Int32]

  init(
    _ table: VectorTable,
    labels: [Int32],
    _ options: SuspectAnalysis.Options,
    _ threads: Int
  ) async {
    self.labels = labels
    let found = await options.method.outcome(
      table,
      distance: options.distance,
      k: min(options.k, table.count - 1),
      threads: threads
    )
    graph = found.graph
    recall = found.recall
    vote = NeighbourVote(graph, labels: labels)
    let centres = CategoryCentres(table, labels: labels)
    let margins = await centres.margins(
      table,
      labels: labels,
      distance: options.distance,
      threads: threads
    )
    let covariance = CovarianceEstimate(
      table,
      labels: labels,
      centres: centres,
      shrinkage: .ledoitWolf
    )
    scores = [
      .labelShare: vote.labelShares,
      .neighbourVote: vote.voteShares,
      .prototypeMargin: margins.map(\.margin.value),
      .mahalanobis: covariance.squaredDistances(table, labels: labels, centres: centres),
      .outlier: categoryOutliers(graph, labels: labels).map(\.value),
      .localOutlierFactor: localOutlierFactors(graph),
    ]
  }

  /// Pairs of different labels below the stated share of the median nearest distance.
  func nearDuplicates(
    at items: [Int],
    _ options: SuspectAnalysis.Options
  ) -> [SuspectAnalysis.NearDuplicate] {
    let nearest = stride(from: 0, to: graph.distances.count, by: graph.k).map {
      graph.distances[$0]
    }
    let limit = options.nearDuplicateShare * (median(ofSorted: nearest.sorted()).value ?? 0)
    var pairs: Set<SuspectAnalysis.NearDuplicate> = []
    for row in 0..<graph.count {
      for (other, distance) in zip(graph.neighbours(of: row), graph.distances(of: row))
      where distance <= limit && labels[row] != labels[Int(other)] {
        let ends = [items[row], items[Int(other)]].sorted()
        pairs.insert(.init(first: ends[0], second: ends[1], distance: distance))
      }
    }
    return pairs.sorted { ($0.distance, $0.first, $0.second) < ($1.distance, $1.first, $1.second) }
  }
}
