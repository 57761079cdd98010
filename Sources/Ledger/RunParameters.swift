import Findings

/// What a run was asked for as one text, equal where two runs measured alike.
enum RunParameters {
  /// Change an interval, a verdict, or how much of a report is kept, but no number.
  private static let withoutEffect: Set = ["as-of", "bootstrap", "findings-per-rule", "seed"]

  static func text(of parameters: [String: AuditReport.ParameterValue]) -> String {
    let values = parameters.filter { !withoutEffect.contains($0.key) }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.key, $0.value))" }
      .joined(separator: ", ")
  }

  /// Names of what two runs were asked for differently.
  static func differences(
    _ some: [String: AuditReport.ParameterValue],
    _ others: [String: AuditReport.ParameterValue]
  ) -> [String] {
    Set(some.keys).union(others.keys).subtracting(withoutEffect).sorted().filter { name in
      some[name].map { text(name, $0) } != others[name].map { text(name, $0) }
    }
  }

  private static func text(_ name: String, _ value: AuditReport.ParameterValue) -> String {
    switch value {
    case .number(let number): return Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text):
      // What a policy says about a rule; how many findings it took away differs from run to run.
      guard name.hasPrefix("rule ") else { return text }
      return String(text.prefix { $0 != ";" })
    }
  }
}
