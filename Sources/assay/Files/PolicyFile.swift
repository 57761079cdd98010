import Audits
import Findings
import Yams

/// Reads a policy (`assay.yml`) and says everything that is wrong with it, each with its place.
struct PolicyFile {
  /// The first thing a user reads: `assay.yml:3:5: unknown key 'metrik'; did you mean 'metric'?`.
  private(set) var problems: [String] = []
  private let name: String
  private let metrics: Set<String>
  private let rules: Set<String>

  /// Larger files are no policies.
  private static let maximumSize = 1 << 20

  /// - Throws: `CommandFailure` with one line for each thing that is wrong.
  static func read(
    _ path: String,
    metrics: Set<String>,
    rules: Set<String>
  ) throws(CommandFailure) -> Policy {
    let text = try TextFile.read(path, limit: maximumSize)
    return try parse(text, name: path, metrics: metrics, rules: rules)
  }

  /// - Throws: `CommandFailure` with one line for each thing that is wrong.
  static func parse(
    _ text: String,
    name: String,
    metrics: Set<String>,
    rules: Set<String>
  ) throws(CommandFailure) -> Policy {
    var file = PolicyFile(name: name, metrics: metrics, rules: rules)
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
    let policy = file.policy(mapping)
    guard file.problems.isEmpty else { throw CommandFailure(file.problems.joined(separator: "\n")) }
    return policy
  }

  private init(name: String, metrics: Set<String>, rules: Set<String>) {
    self.name = name
    self.metrics = metrics
    self.rules = rules
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

  // MARK: The document

  private mutating func policy(_ root: Node.Mapping) -> Policy {
    var policy = Policy(clauses: [], limits: [])
    for (key, value) in root {
      switch key.string {
      case "version":
        if value.int != 1 { report(value, "'version' must be 1") }
      case "clauses":
        guard let list = value.sequence else {
          report(value, "'clauses' must be a list")
          continue
        }
        policy.clauses = list.compactMap { clause($0) }
      case "rules":
        policy.limits += limits(value) { file, key in file.ruleSubject(key) }
      case "severities":
        policy.limits += limits(value) { file, key in file.severitySubject(key) }
      default:
        unknown("key", key, among: ["version", "clauses", "rules", "severities"])
      }
    }
    return policy
  }

  private mutating func clause(_ node: Node) -> Policy.Clause? {
    guard let mapping = node.mapping else {
      report(node, "a clause must have 'metric' and 'target'")
      return nil
    }
    var metric: String?
    var slice = SliceLabel.overall
    var target: Target?
    var bound: Policy.Bound?
    var minimumN = Policy.Clause.defaultMinimumN
    var severity = Verdict.fail
    for (key, value) in mapping {
      switch key.string {
      case "metric":
        metric = value.string
        if !metrics.contains(metric ?? "") { unknown("metric", value, among: metrics) }
      case "slice": slice = self.slice(value)
      case "target":
        target = value.string.flatMap(Target.init)
        if target == nil { report(value, "'target' must be like \">= 0.70\"") }
      case "bound":
        bound = value.string.flatMap(Policy.Bound.init)
        if bound == nil {
          unknown("bound", value, among: Set(Policy.Bound.allCases.map(\.rawValue)))
        }
      case "minimum-n":
        if let number = value.int, number >= 0 {
          minimumN = number
        } else {
          report(value, "'minimum-n' must be a whole number of at least 0")
        }
      case "severity":
        if let verdict = value.string.flatMap(Verdict.init), [.fail, .warn].contains(verdict) {
          severity = verdict
        } else {
          unknown("severity", value, among: ["fail", "warn"])
        }
      default:
        unknown(
          "key",
          key,
          among: ["metric", "slice", "target", "bound", "minimum-n", "severity"]
        )
      }
    }
    if metric == nil { report(node, "the clause has no 'metric'") }
    if mapping["target"] == nil { report(node, "the clause has no 'target'") }
    guard let metric, let target else { return nil }
    return Policy.Clause(
      metric: metric,
      slice: slice,
      target: target,
      bound: bound,
      minimumN: minimumN,
      severity: severity,
      place: place(node)
    )
  }

  private mutating func slice(_ node: Node) -> SliceLabel {
    guard let mapping = node.mapping else {
      report(node, "'slice' must be like {category: car}")
      return .overall
    }
    var slice = SliceLabel.overall
    for (key, value) in mapping {
      guard let name = key.string.flatMap(SliceKey.init) else {
        unknown("slice", key, among: Set(SliceKey.allCases.map(\.rawValue)))
        continue
      }
      guard let text = value.scalar?.string else {
        report(value, "the value of '\(name.rawValue)' must be a text")
        continue
      }
      slice.values[name] = text
    }
    return slice
  }

  private mutating func limits(
    _ node: Node,
    subject: (inout PolicyFile, Node) -> Policy.Limit.Subject?
  ) -> [Policy.Limit] {
    guard let mapping = node.mapping else {
      report(node, "a mapping like {degenerate-box: {max: 0}} was expected")
      return []
    }
    return mapping.compactMap { key, value in
      let subject = subject(&self, key)
      for (option, _) in value.mapping ?? [:] where option.string != "max" {
        unknown("key", option, among: ["max"])
      }
      guard let maximum = value.mapping?["max"]?.int, maximum >= 0 else {
        report(value, "a limit like {max: 0} was expected")
        return nil
      }
      return subject.map { Policy.Limit(subject: $0, maximum: maximum, place: place(key)) }
    }
  }

  private mutating func ruleSubject(_ key: Node) -> Policy.Limit.Subject? {
    guard let id = key.string, rules.contains(id) else {
      unknown("rule", key, among: rules)
      return nil
    }
    return .rule(id)
  }

  private mutating func severitySubject(_ key: Node) -> Policy.Limit.Subject? {
    guard let severity = key.string.flatMap(Severity.init) else {
      unknown("severity", key, among: Set(Severity.allCases.map(\.rawValue)))
      return nil
    }
    return .severity(severity)
  }

  // MARK: Problems

  private mutating func report(_ node: Node, _ problem: String) {
    let place = "\(node.mark?.line ?? 1):\(node.mark?.column ?? 1)"
    problems.append("\(name):\(place): \(problem)")
  }

  private mutating func unknown(_ what: String, _ node: Node, among known: Set<String>) {
    let text = node.string ?? ""
    let suggestion = Spelling.nearest(to: text, among: known)
    let hint =
      suggestion.map { "; did you mean '\($0)'?" }
      ?? (known.count > 8 ? "" : "; known are \(known.sorted().joined(separator: ", "))")
    report(node, "unknown \(what) '\(text)'\(hint)")
  }

  /// `assay.yml:12`, by the file's own name.
  private func place(_ node: Node) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return "\(file):\(node.mark?.line ?? 1)"
  }
}
