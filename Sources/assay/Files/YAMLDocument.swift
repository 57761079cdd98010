import Yams

/// Reads the YAML of the small files that people write for us.
enum YAMLDocument {
  /// The document; `nil` where the text has none.
  ///
  /// - Throws: `CommandFailure` with the place where the text is no YAML or has an anchor.
  static func root(of text: String, name: String) throws(CommandFailure) -> Node? {
    try refuseAnchors(text, name)
    do {
      return try compose(yaml: text)
    } catch {
      throw CommandFailure(syntaxProblem(error, name))
    }
  }

  /// Anchors and aliases could make a small file a huge one; no file of ours needs them.
  private static func refuseAnchors(_ text: String, _ name: String) throws(CommandFailure) {
    for token in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let value = token.element.drop { $0 == " " || $0 == "-" }
      let afterColon = value.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " } ?? ""
      if value.hasPrefix("&") || afterColon.hasPrefix("&") {
        throw CommandFailure("\(name):\(token.offset + 1):1: anchors ('&') are not read")
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

extension Node {
  /// A number that is written as one, whole or not; a text in quotes is none.
  var number: Double? {
    guard tag.description == "tag:yaml.org,2002:float" || tag.description == "tag:yaml.org,2002:int"
    else { return nil }
    return float
  }
}

extension Node.Mapping {
  subscript(key: String) -> Node? { self[Node(key)] }
}
