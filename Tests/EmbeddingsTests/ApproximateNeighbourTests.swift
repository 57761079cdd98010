import Annotations
import Embeddings
import Statistics
import Testing

@Suite("Approximate nearest neighbours")
struct ApproximateNeighbourTests {
  /// Ten clusters of a fixed seed, some exact copies among the rows, one row of zeros.
  private static func table(_ count: Int, scale: Double = 1) -> VectorTable {
    var generator = SeededGenerator(seed: 3)
    var values: [Double] = []
    for row in 0..<count {
      if row % 40 == 39 {
        values += values[(row - 10) * 8..<(row - 9) * 8]
        continue
      }
      for column in 0..<8 {
        let centre: Double = column == row % 8 ? 2 : 0
        values.append(row == 5 ? 0 : scale * (centre + generator.unit()))
      }
    }
    return VectorTable(width: 8, values: values)
  }

  @Test("are nearly all the exact ones, at exact distances", arguments: VectorDistance.allCases)
  func recall(distance: VectorDistance) async throws {
    let table = Self.table(600)
    let found = await NeighbourMethod.approximate.outcome(
      table,
      distance: distance,
      k: 5,
      threads: 2
    )
    let recall = try #require(found.recall)
    #expect(recall.sampled == 200 * 5 && recall.found >= 990)
    let exact = NeighbourSearch(table, distance: distance)
    var hits = 0
    for row in 0..<table.count {
      let wanted = exact.nearest(to: row, k: 5)
      hits += Set(found.graph.neighbours(of: row)).intersection(wanted.map { Int32($0.row) }).count
      for (other, value) in zip(found.graph.neighbours(of: row), found.graph.distances(of: row)) {
        #expect(Int(other) != row && value == exact.distance(row, Int(other)))
      }
    }
    // The measured share is that of all rows, or near to it.
    #expect(abs(Double(hits) / 3000 - Double(recall.found) / Double(recall.sampled)) < 0.01)
  }

  @Test("are the same on 1 and 5 threads, and survive what single precision cannot hold")
  func threads() async {
    for scale in [1, 1e-30, 1e30] {
      let table = Self.table(300, scale: scale)
      for distance in VectorDistance.allCases {
        let alone = await NeighbourMethod.approximate.outcome(
          table,
          distance: distance,
          k: 4,
          threads: 1
        )
        let several = await NeighbourMethod.approximate.outcome(
          table,
          distance: distance,
          k: 4,
          threads: 5
        )
        #expect(alone.graph == several.graph && alone.recall == several.recall)
        #expect(alone.recall.map { $0.found * 100 >= $0.sampled * 98 } == true)
      }
    }
  }

  @Test("are not used for small tables unless they are asked for")
  func automatic() async {
    let table = Self.table(300)
    let found = await NeighbourMethod.automatic.outcome(
      table,
      distance: .cosine,
      k: 3,
      threads: 2
    )
    let exact = await NeighbourSearch(table, distance: .cosine).graph(k: 3, threads: 2)
    #expect(found.recall == nil && found.graph == exact)
  }
}
