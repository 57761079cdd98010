import Yams

/// Reads the YAML of the small files that people write for us.
enum YAMLDocument {
  /// The document; `nil` where the text has none.
  ///
  /// - Throws: `CommandFailure` with the place where the text is no YAML or has an alias.
  static func root(of text: String, name: String) throws(CommandFailure) -> Node? {
    if let alias = YAMLAlias(firstIn: text) {
      throw CommandFailure(
        "\(name):\(alias.line):\(alias.column): aliases like '*\(alias.name)' are not read; "
          + "expected the value itself"
      )
    }
    do {
      return try compose(yaml: text)
    } catch {
      throw CommandFailure(syntaxProblem(error, name))
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
    return isToBaseSixty ? nil : float
  }

  /// A whole number that is written as one.
  var wholeNumber: Int? { isToBaseSixty ? nil : int }

  /// Whether it is like `1:30`, which YAML 1.1 takes for 90; Yams traps where such a number is too large.
  private var isToBaseSixty: Bool { scalar?.string.contains(":") ?? false }
}

extension Node.Mapping {
  subscript(key: String) -> Node? { self[Node(key)] }
}
