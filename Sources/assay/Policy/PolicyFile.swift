import Audits
import Yams

/// Reads a policy (`assay.yml`) and says everything that is wrong with it, each with its place.
enum PolicyFile {
  /// Larger files are no policies.
  private static let maximumSize = 1 << 20

  /// - Throws: `CommandFailure` where the file cannot be read or is no YAML.
  static func read(
    _ path: String,
    vocabulary: PolicyVocabulary = .current
  ) throws(CommandFailure) -> PolicyReading {
    try parse(try TextFile.read(path, limit: maximumSize), name: path, vocabulary: vocabulary)
  }

  /// - Throws: `CommandFailure` where the text is no YAML.
  static func parse(
    _ text: String,
    name: String,
    vocabulary: PolicyVocabulary = .current
  ) throws(CommandFailure) -> PolicyReading {
    let root = try YAMLDocument.root(of: text, name: name)
    guard let root, let mapping = root.mapping else {
      throw CommandFailure("\(name):1:1: a policy with 'clauses' or 'rules' was expected")
    }
    var reader = PolicyReader(name: name, vocabulary: vocabulary)
    return reader.read(mapping)
  }
}
