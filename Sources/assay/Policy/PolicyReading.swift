import Audits
import Yams

/// A policy as far as it could be read, and all that is wrong with it.
struct PolicyReading {
  fileprivate(set) var policy: Policy
  private var problems: YAMLProblems
  /// The values of `category` in slices, which only the data know.
  private let categories: [Node]

  init(policy: Policy, problems: YAMLProblems, categories: [Node]) {
    self.policy = policy
    self.problems = problems
    self.categories = categories
  }

  /// Whether anything is left to be checked that the data must be read for.
  var namesCategories: Bool { !categories.isEmpty }

  /// The policy, if nothing is wrong with it; `known` are the categories that the data declare, `nil`
  /// where that is not known.
  ///
  /// - Throws: `CommandFailure` with one line for each thing that is wrong, in the order of the file.
  func checked(categories known: [String]?) throws(CommandFailure) -> Policy {
    var problems = problems
    if let known {
      let names = Set(known)
      for node in categories where !names.contains(node.string ?? "") {
        problems.unknown("category", node, among: names)
      }
    }
    guard problems.isEmpty else {
      throw CommandFailure(problems.lines.joined(separator: "\n"))
    }
    return policy
  }

  /// The policy with the waivers of another file.
  func adding(_ waivers: [Policy.Waiver]) -> PolicyReading {
    var reading = self
    reading.policy.waivers += waivers
    return reading
  }
}
