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
    let root: Node?
    do {
      try refuseAliases(text, name)
      root = try compose(yaml: text)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(Self.syntaxProblem(error, name))
    }
    guard let root, let mapping = root.mapping else {
      throw CommandFailure("\(name):1:1: a policy with 'clauses' or 'rules' was expected")
    }
    var reader = PolicyReader(name: name, vocabulary: vocabulary)
    return reader.read(mapping)
  }

  /// Anchors and aliases could make a small file a huge one; no policy needs them.
  private static func refuseAliases(_ text: String, _ name: String) throws {
    for token in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let value = token.element.drop { $0 == " " || $0 == "-" }
      let afterColon = value.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " } ?? ""
      if value.hasPrefix("&") || afterColon.hasPrefix("&") {
        throw CommandFailure(
          "\(name):\(token.offset + 1):1: anchors ('&') are not read in a policy"
        )
      }
    }
  }

  private static func syntaxProblem(_ error: any Error, _ name: String) -> String {
    guard let error = error as? YamlError else { return "\(name): \(error)" }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return "\(name):\(mark.line):\(mark.column): \(problem)"
    case .duplicatedKeysInMapping(let keys, let context):
      let place = "\(context.mark.line):\(context.mark.column)"
      return
        "\(name):\(place): the key \(keys.map { "'\($0)'" }.joined(separator: ", ")) is given twice"
    default:
      return "\(name): \(error)"
    }
  }
}
