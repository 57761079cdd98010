import Audits
import Yams

/// Turns the YAML of a scenario into a scenario, and collects what is wrong with it.
struct ScenarioReader {
  /// A scenario as far as it could be read.
  struct Reading {
    var scenario: CostScenario
    /// Whether it says that its defect rate is to be measured.
    var isMeasured: Bool
  }

  private(set) var problems: YAMLProblems

  private static let texts: Set<String> = ["version", "name", "source", "currency"]
  private static let keys = texts.union(CostParameter.allCases.map(\.rawValue))
  /// Stands for a defect rate that a report gives.
  private static let measured = "measured"

  init(name: String) { problems = YAMLProblems(name: name) }

  mutating func read(_ root: Node) -> Reading? {
    guard let mapping = root.mapping else {
      problems.report(root, "a scenario with 'name' and numbers like 'price' was expected")
      return nil
    }
    problems.check(mapping, among: Self.keys)
    if let version = mapping["version"], version.wholeNumber != 1 {
      problems.report(version, "'version' must be 1")
    }
    if mapping["name"] == nil { problems.report(root, "the scenario has no 'name'") }
    var scenario = CostScenario(
      name: text("name", mapping),
      source: text("source", mapping),
      currency: text("currency", mapping)
    )
    for parameter in CostParameter.allCases {
      guard let node = mapping[parameter.rawValue], !isMeasured(node, parameter) else { continue }
      if let rival = parameter.rivals.first(where: { scenario[$0] != nil }) {
        problems.report(
          mapping[key: parameter.rawValue] ?? node,
          "'\(parameter.rawValue)' and '\(rival.rawValue)' say the same; only one was expected"
        )
      }
      scenario[parameter] = assumption(node, parameter)
    }
    let rate = mapping[CostParameter.defectRate.rawValue]
    return Reading(
      scenario: scenario,
      isMeasured: rate.map { isMeasured($0, .defectRate) } ?? false
    )
  }

  private func isMeasured(_ node: Node, _ parameter: CostParameter) -> Bool {
    parameter == .defectRate && node.scalar?.string == Self.measured
  }

  private mutating func text(_ key: String, _ mapping: Node.Mapping) -> String {
    guard let node = mapping[key] else { return "" }
    guard let text = node.scalar?.string, !text.isEmpty else {
      problems.report(node, "'\(key)' must be a text")
      return ""
    }
    return text
  }

  /// A number, or the two ends of a range.
  private mutating func assumption(_ node: Node, _ parameter: CostParameter) -> Assumption? {
    let numbers = node.sequence.map { $0.compactMap(\.number) } ?? [node.number].compactMap { $0 }
    var assumption: Assumption?
    if node.sequence == nil, numbers.count == 1 { assumption = Assumption(numbers[0]) }
    if node.sequence?.count == 2, numbers.count == 2 {
      assumption = Assumption(from: numbers[0], to: numbers[1])
    }
    guard let assumption, numbers.allSatisfy(\.isFinite) else {
      let also = parameter == .defectRate ? ", or '\(Self.measured)'" : ""
      problems.report(
        node,
        "'\(parameter.rawValue)' must be a number, or a range like [0.15, 0.25]\(also)"
      )
      return nil
    }
    if let problem = parameter.problem(assumption) {
      problems.report(node, problem)
      return nil
    }
    return assumption
  }
}

extension Node.Mapping {
  /// The key itself, for its place.
  fileprivate subscript(key name: String) -> Node? { keys.first { $0.string == name } }
}
