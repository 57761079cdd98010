import Embeddings
import FoundationEssentials

/// A state of incremental annotation as a file (`assay-prototypes/1`, JSON with sorted keys).
struct PrototypeStateFile: Codable {
  private static let schema = "assay-prototypes/1"
  private static let largestSize = 1 << 30

  var schema = Self.schema
  var annotator: IncrementalAnnotator

  init(_ annotator: IncrementalAnnotator) { self.annotator = annotator }

  /// - Throws: `CommandFailure` where the file is no state, or one that contradicts itself.
  static func read(_ path: String) throws(CommandFailure) -> IncrementalAnnotator {
    let text = try TextFile.read(path, limit: largestSize)
    guard let file = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)),
      file.schema == schema
    else { throw CommandFailure("\(path): is not a state of 'assay prototypes' (\(schema))") }
    if let problem = file.annotator.problem {
      throw CommandFailure("\(path): the state is damaged: \(problem)")
    }
    return file.annotator
  }

  func write(to path: String) throws(CommandFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("numbers of a state are finite")
    }
    try AtomicFile.write(String(decoding: data, as: UTF8.self) + "\n", to: path)
  }
}
