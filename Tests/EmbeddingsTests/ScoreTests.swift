import Annotations
import Embeddings
import Statistics
import Testing

@Suite("Scores of suspects")
struct ScoreTests {
  /// 0 – 1 – 2 – 3 on a line at 0, 1, 2, 10.
  private static let line = VectorTable(width: 1, values: [0, 1, 2, 10] as [Double])

  @Test("the label share counts neighbours, the vote weighs the near ones more")
  func vote() async {
    // 0, 1, 2, 4, 10, 11 on a line. Nearest two: of 0 → 1, 2; of 1 → 0, 2; of 2 → 1, 0 (both 2 and 4
    // are 2 away, the earlier row counts); of 4 → 2, 1; of 10 → 11, 4; of 11 → 10, 4.
    let table = VectorTable(width: 1, values: [0, 1, 2, 4, 10, 11] as [Double])
    let graph = await NeighbourSearch(table, distance: .l2).graph(k: 2, threads: 1)
    let vote = NeighbourVote(graph, labels: [0, 0, 1, 0, 1, 1])
    #expect(vote.labelShares == [0.5, 0.5, 0, 0.5, 0.5, 0.5])
    // Mean distances 1.5, 1, 1.5, 2.5, 3.5, 4: median 2, floor 0.2. Of row 0: votes 1/1.2 for label 0,
    // 1/2.2 for label 1.
    let (near, far) = (1 / 1.2, 1 / 2.2)
    #expect(abs((vote.voteShares[0] ?? 0) - near / (near + far)) < 1e-12)
    #expect(vote.rivals[2]?.label == 0 && vote.rivals[2]?.voteShare == 1)
    #expect(vote.rivals[2]?.count == 2 && vote.rivals[2]?.voters == 2)
  }

  @Test("one neighbour that is nearly the same does not contradict a label that most others have")
  func nearCopy() async {
    // Row 0 has a copy of another label and three neighbours of its own at 1, 2 and 3.
    let table = VectorTable(width: 1, values: [0, 0, 1, 2, 3] as [Double])
    let graph = await NeighbourSearch(table, distance: .l2).graph(k: 3, threads: 1)
    let rival = NeighbourVote(graph, labels: [0, 1, 0, 0, 0]).rivals[0]
    #expect(rival?.voteShare ?? 0 > 0.5 && rival?.own == 2 && rival?.contradicts == false)
  }

  @Test("as many neighbours vote as the label has other rows, so that a rare label can win")
  func rareLabels() async {
    // Two rows of label 0 beside each other, three of label 1, one of label 2.
    let table = VectorTable(width: 1, values: [0, 1, 3, 4, 5, 6] as [Double])
    let graph = await NeighbourSearch(table, distance: .l2).graph(k: 4, threads: 1)
    let vote = NeighbourVote(graph, labels: [0, 0, 1, 1, 1, 2])
    #expect(vote.labelShares[0] == 0.25)
    #expect(vote.voteShares[0] == 1 && vote.rivals[0] == nil)
    #expect(vote.rivals[2]?.voters == 2)
    // Nobody could vote for the last one.
    #expect(vote.labelShares[5] == 0 && vote.voteShares[5] == nil && vote.rivals[5] == nil)
  }

  @Test("the outlier score is relative to the category, and undefined where its median is 0")
  func outlier() async {
    let graph = await NeighbourSearch(Self.line, distance: .l2).graph(k: 2, threads: 1)
    // Label 0 has mean distances 1.5 and 1, median 1.25; label 1 has 1.5 and 8.5, median 5.
    let scores = categoryOutliers(graph, labels: [0, 0, 1, 1]).map(\.value)
    #expect(scores == [1.2, 0.8, 0.3, 1.7])
    let equal = VectorTable(width: 1, values: [1, 1, 1] as [Double])
    let flat = await NeighbourSearch(equal, distance: .l2).graph(k: 1, threads: 1)
    #expect(categoryOutliers(flat, labels: [0, 0, 0]).allSatisfy { $0.value == nil })
  }

  @Test("the prototype margin is above 0 where another category's centre is nearer")
  func margin() async {
    let labels: [Int32] = [0, 0, 1, 1]
    let centres = CategoryCentres(Self.line, labels: labels)
    #expect(centres.means == [0.5, 6])
    let found = await centres.margins(Self.line, labels: labels, distance: .l2, threads: 2)
    // Of the vector 2: |2 − 6| − |2 − 0.5| = 2.5.
    #expect(found.map(\.margin.value) == [-5.5, -4.5, 2.5, -5.5])
    let alone = await CategoryCentres(Self.line, labels: [0, 0, 0, 0])
      .margins(Self.line, labels: [0, 0, 0, 0], distance: .l2, threads: 1)
    #expect(alone.allSatisfy { $0.margin.value == nil && $0.nearest == nil })
  }

  @Test("fusion adds reciprocal ranks; equals share their mean rank, a missing score adds nothing")
  func fusion() {
    #expect(RankFusion.ranks([3, 1, 3, nil]) == [1.5, 3, 1.5, nil])
    let fused = RankFusion.fused([[3, 1, 3, nil], [nil, 5, 1, 2]], count: 4)
    let wanted: [Double] = [
      1.0 / 61.5, 1.0 / 63.0 + 1.0 / 61.0, 1.0 / 61.5 + 1.0 / 63.0, 1.0 / 62.0,
    ]
    #expect(fused == wanted)
  }
}
