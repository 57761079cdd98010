import Annotations
import Embeddings
import Statistics
import Testing

@Suite("Nearest neighbours")
struct NeighbourSearchTests {
  /// Clustered vectors of a fixed seed, with some exact copies among them.
  private static func table(_ count: Int, width: Int, scale: Double = 1) -> VectorTable {
    var generator = SeededGenerator(seed: 7)
    var values: [Float] = []
    for row in 0..<count {
      if row % 50 == 49 {
        values += values[(row - 20) * width..<(row - 19) * width]
        continue
      }
      let centre = Double(row % 5)
      for column in 0..<width {
        let side: Double = column % 5 == row % 5 ? 1 : 0
        values.append(Float(scale * (centre * side + generator.unit() - 0.5)))
      }
    }
    return VectorTable(width: width, values: values)
  }

  private static func scanned(_ table: VectorTable, _ distance: VectorDistance, k: Int) -> [[Int]] {
    let search = NeighbourSearch(table, distance: distance)
    return (0..<table.count).map { search.nearest(to: $0, k: k).map(\.row) }
  }

  private static func rows(_ graph: NeighbourGraph) -> [[Int]] {
    (0..<graph.count).map { graph.neighbours(of: $0).map { Int($0) } }
  }

  @Test(
    "by products of blocks are those of a scan of all distances, copies included",
    arguments: VectorDistance.allCases
  )
  func blocks(distance: VectorDistance) async {
    // 1100 rows are three blocks, so that one of them rests in every round.
    let table = Self.table(1100, width: 9)
    let graph = await NeighbourSearch(table, distance: distance).graph(k: 7, threads: 2)
    #expect(Self.rows(graph) == Self.scanned(table, distance, k: 7))
  }

  @Test(
    "survive what single precision cannot hold",
    arguments: [1e-30, 1e30]
  )
  func scales(scale: Double) async {
    let table = Self.table(600, width: 5, scale: scale)
    for distance in VectorDistance.allCases {
      let graph = await NeighbourSearch(table, distance: distance).graph(k: 3, threads: 2)
      #expect(Self.rows(graph) == Self.scanned(table, distance, k: 3))
    }
  }

  @Test("are found where all vectors are far from the origin and near to each other")
  func offset() async {
    let near = Self.table(600, width: 5)
    let far = VectorTable(
      width: 5,
      values: (0..<near.count).flatMap { near.row($0).map { $0 + 1e6 } }
    )
    let graph = await NeighbourSearch(far, distance: .l2).graph(k: 5, threads: 2)
    #expect(Self.rows(graph) == Self.scanned(far, .l2, k: 5))
  }

  @Test("are the same to the bit on 1, 2 and 7 threads")
  func threads() async {
    let table = Self.table(1300, width: 17)
    let search = NeighbourSearch(table, distance: .cosine)
    let alone = await search.graph(k: 10, threads: 1)
    for threads in [2, 7] {
      let graph = await search.graph(k: 10, threads: threads)
      #expect(graph == alone)
    }
  }

  @Test("of equal distance come by row, and a vector of zeros is at distance 1 of all others")
  func ties() async {
    // Four unit vectors along the axes, the first one twice, and zeros.
    let table = VectorTable(width: 2, values: [1, 0, 0, 1, -1, 0, 0, -1, 1, 0, 0, 0] as [Float])
    let graph = await NeighbourSearch(table, distance: .cosine).graph(k: 4, threads: 1)
    #expect(Array(graph.neighbours(of: 0)) == [4, 1, 3, 5])
    #expect(Array(graph.distances(of: 0)) == [0, 1, 1, 1])
    #expect(Array(graph.neighbours(of: 5)) == [0, 1, 2, 3])
    #expect(Array(graph.distances(of: 5)) == [1, 1, 1, 1])
  }

  @Test("of a table whose rows are all equal are the first others, at distance 0")
  func equalRows() async {
    let table = VectorTable(width: 3, values: [Float](repeating: 0.3, count: 3 * 600))
    let graph = await NeighbourSearch(table, distance: .cosine).graph(k: 2, threads: 2)
    #expect(Array(graph.neighbours(of: 0)) == [1, 2])
    #expect(Array(graph.neighbours(of: 599)) == [0, 1])
    #expect(graph.distances.allSatisfy { $0 == 0 })
  }
}
