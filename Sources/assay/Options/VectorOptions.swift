import ArgumentParser
import Audits
import Embeddings
import Formats

extension VectorDistance: ExpressibleByArgument {}
extension NeighbourMethod: ExpressibleByArgument {}
extension VectorMatching.Rows: ExpressibleByArgument {}

/// Where vectors come from, and how they are compared.
struct VectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      One vector an object: .npy, .npz, FILE.npz:NAME, or CSV. Rows are keyed by a column \
      'annotation_id', 'item', 'image_id' or 'file_name' of a CSV, by arrays 'annotation_ids' or \
      'image_ids' of a .npz, or else stand in the order of the data set.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var embeddings: String?

  @Option(help: "What a row of a file without keys is about: annotation (or item), or image.")
  var rows: VectorMatching.Rows = .annotation

  @Option(name: .customLong("neighbours"), help: "k: how many nearest neighbours are asked.")
  var k = 10

  @Option(help: "How far vectors are apart: cosine or l2.")
  var distance: VectorDistance = .cosine

  func validate() throws {
    guard (1...1000).contains(k) else { throw ValidationError("--neighbours must be 1 to 1000") }
  }

  /// Reads a file of vectors.
  static func read(_ path: String) throws(CommandFailure) -> EmbeddingFile {
    do throws(FormatError) { return try EmbeddingFile.read(path) } catch {
      throw CommandFailure(error.description)
    }
  }
}
