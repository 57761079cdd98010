import Annotations
import ArgumentParser
import Embeddings
import Formats
import Glibc
import Reports

struct NeighboursCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Finds the nearest neighbours of every vector, as CSV.",
    discussion: """
      One line a pair: row, rank, neighbour, distance; rows counted from 0, as NumPy counts them. A \
      vector of zeros or without finite numbers has no neighbours and is nobody's.

      Example:
        assay neighbours vectors.npy --neighbours 10 > neighbours.csv
      """
  )

  @Argument(help: "One vector a row: .npy, .npz, FILE.npz:NAME, or CSV.")
  var embeddings: String

  @Option(name: .customLong("neighbours"), help: "k: how many nearest neighbours are listed.")
  var k = 10

  @Option(help: "How far vectors are apart: cosine or l2.")
  var distance: VectorDistance = .cosine

  @Option(
    name: .customLong("neighbour-search"),
    help: """
      exact: by all distances; approximate: by a graph (hnswlib), with the measured recall on standard \
      error; auto: exact up to \(NeighbourMethod.exactLimit) vectors.
      """
  )
  var method: NeighbourMethod = .automatic

  @Option(help: "How many threads may work at once; changes the time, never a result.")
  var threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  func validate() throws {
    guard (1...1000).contains(k) else { throw ValidationError("--neighbours must be 1 to 1000") }
    try ThreadNumber.check(threads)
  }

  func run() async throws {
    let table = try VectorOptions.read(embeddings).table
    let defects = VectorDefects(table)
    guard defects.usable.count > k else {
      throw CommandFailure(
        "\(embeddings): has \(defects.usable.count) usable vectors of \(table.count); "
          + "more than \(k) are needed for \(k) neighbours"
      )
    }
    let isComplete = defects.usable.count == table.count
    let found = await method.outcome(
      isComplete ? table : table.rows(defects.usable),
      distance: distance,
      k: k,
      threads: threads
    )
    write(found.graph, defects.usable)
    if let recall = found.recall {
      Terminal.standardError.line(
        "approximate (hnswlib): \(recall.found) of \(recall.sampled) nearest neighbours of a sample "
          + "were found"
      )
    }
  }

  private func write(_ graph: NeighbourGraph, _ rows: [Int]) {
    var table = CSVWriter(output: "")
    table.header(["row", "rank", "neighbour", "distance"])
    for row in 0..<graph.count {
      let pairs = zip(graph.neighbours(of: row), graph.distances(of: row))
      for (rank, (other, distance)) in pairs.enumerated() {
        table.row([
          .integer(rows[row]), .integer(rank + 1), .integer(rows[Int(other)]), .number(distance),
        ])
      }
      if row % 1024 == 1023 {
        Terminal.standardOutput.write(table.output)
        table.output = ""
      }
    }
    Terminal.standardOutput.write(table.output)
  }
}
