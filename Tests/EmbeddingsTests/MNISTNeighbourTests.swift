import Digests
import Embeddings
import Formats
import Foundation
import TestSupport
import Testing

/// What scikit-learn 1.9.1 finds in 10,000 real vectors by brute force, as `Scripts/measure-suspects --record`
/// keeps it.
@Suite("Nearest neighbours of the MNIST embeddings")
struct MNISTNeighbourTests {
  private struct Recorded: Decodable {
    var k: Int
    var cosine: Neighbours

    struct Neighbours: Decodable {
      /// Of all neighbours as 32-bit little-endian integers, row by row.
      var sha256: String
      /// Some rows of them.
      var rows: [String: [Int]]
    }
  }

  @Test(
    "are those of scikit-learn in all 10,000 rows, in its order",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func all() async throws {
    let fixture = SharedData.projectRoot.appending(path: "Fixtures/mnist-neighbours.json")
    let recorded = try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: fixture))
    let wanted = recorded.cosine
    let path = SharedData.data("mnist-embeddings/mnist_test_emb_8d_origorder.npz")
    let table = try EmbeddingFile.read("\(path):X").table
    let graph = await NeighbourSearch(table, distance: .cosine).graph(k: recorded.k, threads: 2)
    for (row, neighbours) in wanted.rows {
      let row = try #require(Int(row))
      #expect(graph.neighbours(of: row).map { Int($0) } == neighbours)
    }
    let bytes = graph.neighbours.flatMap { neighbour in
      withUnsafeBytes(of: neighbour.littleEndian) { Array($0) }
    }
    #expect(SHA256.of(bytes) == wanted.sha256)
  }
}
