import Reports
import Yams

/// Everything that is wrong with a YAML file of ours, each with its place.
struct YAMLProblems {
  private struct Problem {
    var line: Int
    var column: Int
    var text: String
  }

  /// The path as the user gave it.
  let name: String
  private var problems: [Problem] = []

  init(name: String) { self.name = name }

  var isEmpty: Bool { problems.isEmpty }

  /// `assay.yml:3:5: unknown key 'metrik'; did you mean 'metric'?`, in the order of the file.
  var lines: [String] {
    problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      .map { "\(name):\($0.line):\($0.column): \($0.text)" }
  }

  mutating func report(_ node: Node, _ problem: String) {
    problems.append(
      Problem(
        line: node.mark?.line ?? 1,
        column: node.mark?.column ?? 1,
        // A name with a line break must not look like another problem.
        text: TerminalText.plain(problem)
      )
    )
  }

  mutating func unknown(_ what: String, _ node: Node, among known: Set<String>) {
    let text = node.string ?? ""
    let suggestion = Spelling.nearest(to: text, among: known)
    let hint =
      suggestion.map { "; did you mean '\($0)'?" }
      ?? (known.count > 8 || known.isEmpty
        ? "" : "; known are \(known.sorted().joined(separator: ", "))")
    report(node, "unknown \(what) '\(text)'\(hint)")
  }

  /// Reports the keys of a mapping that are none of these.
  mutating func check(_ mapping: Node.Mapping, among known: Set<String>) {
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      unknown("key", key, among: known)
    }
  }
}
