import Audits
import Findings
import Formats
import Yams

/// Turns the YAML of a policy into a policy, and collects what is wrong with it.
struct PolicyReader {
  let vocabulary: PolicyVocabulary
  var problems: YAMLProblems
  var tiers = Dictionary(
    uniqueKeysWithValues: PrecisionTier.all.map { ($0.name, $0.iou) }
  )
  var categories: [Node] = []

  init(name: String, vocabulary: PolicyVocabulary) {
    self.vocabulary = vocabulary
    problems = YAMLProblems(name: name)
  }

  mutating func read(_ root: Node.Mapping) -> PolicyReading {
    problems.check(root, among: PolicyKey.document)
    if let version = root["version"], version.wholeNumber != 1 {
      problems.report(version, "'version' must be 1")
    }
    // Clauses name tiers, wherever those stand.
    if let node = root["tiers"] { readTiers(node) }
    var policy = Policy(clauses: [], limits: [])
    policy.clauses = list(root, "clauses").flatMap { clauses($0) }
    if let node = root["rules"] { readRules(node, into: &policy) }
    if let node = root["severities"] { readSeverities(node, into: &policy) }
    policy.waivers = list(root, "waivers").compactMap { waiver($0) }
    return PolicyReading(policy: policy, problems: problems, categories: categories)
  }

  private mutating func list(_ root: Node.Mapping, _ key: String) -> [Node] {
    guard let node = root[key] else { return [] }
    guard let sequence = node.sequence else {
      problems.report(node, "'\(key)' must be a list")
      return []
    }
    return Array(sequence)
  }

  private mutating func readTiers(_ node: Node) {
    guard let mapping = node.mapping else {
      problems.report(node, "'tiers' must be like {tight: 0.75}")
      return
    }
    for (key, value) in mapping {
      guard let name = key.string, let iou = threshold(value, "a tier") else { continue }
      tiers[name] = iou
    }
  }

  // MARK: Values

  /// An IoU above 0 and at most 1.
  mutating func threshold(_ node: Node, _ what: String) -> Double? {
    guard let number = node.number, number > 0, number <= 1 else {
      problems.report(node, "\(what) must be an IoU above 0 and at most 1")
      return nil
    }
    return number
  }

  mutating func wholeNumber(_ node: Node, _ key: String) -> Int? {
    guard let number = node.wholeNumber, number >= 0 else {
      problems.report(node, "'\(key)' must be a whole number of at least 0")
      return nil
    }
    return number
  }

  mutating func number(_ node: Node, _ key: String) -> Double? {
    guard let number = node.number, number >= 0, number.isFinite else {
      problems.report(node, "'\(key)' must be a number of at least 0")
      return nil
    }
    return number
  }

  mutating func text(_ node: Node, _ key: String) -> String? {
    guard let text = node.scalar?.string, !text.isEmpty else {
      problems.report(node, "'\(key)' must be a text")
      return nil
    }
    return text
  }

  mutating func bound(_ node: Node) -> Policy.Bound? {
    guard let bound = node.string.flatMap(Policy.Bound.init) else {
      problems.unknown("bound", node, among: Set(Policy.Bound.allCases.map(\.rawValue)))
      return nil
    }
    return bound
  }

  /// `assay.yml:12`, by the file's own name.
  func place(_ node: Node) -> String {
    let file = fileName(of: problems.name)
    return "\(file):\(node.mark?.line ?? 1)"
  }
}
