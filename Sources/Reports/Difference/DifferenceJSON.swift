package import Findings

/// A difference as JSON (`assay-difference/1`), whole.
package struct DifferenceJSON: Sendable {
  package init() {}

  package func text(of difference: ReportDifference) -> String {
    var writer = JSONWriter()
    writer.output.write("{\n  \"schema\": \"assay-difference/1\"")
    writer.rows("circumstances", difference.circumstances.map { .string($0) })
    writer.rows("metrics", difference.metrics.filter { !$0.isUnchanged }.map(Self.value))
    writer.output.write(",\n  \"metrics-unchanged\": ")
    writer.value(.integer(difference.metrics.filter(\.isUnchanged).count))
    writer.rows("rules", difference.rules.map(Self.value))
    writer.rows("findings", difference.rules.flatMap(Self.findings))
    writer.output.write("\n}\n")
    return writer.output.text
  }

  private static func value(_ metric: MetricDifference) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(metric.id)), ("slice", JSONValue(metric.slice)),
    ]
    if let before = metric.before { members.append(("before", value(before))) }
    if let after = metric.after { members.append(("after", value(after))) }
    if let change = metric.change { members.append(("change", .number(change))) }
    if let interval = metric.interval {
      members += [
        ("low", .number(interval.low)), ("high", .number(interval.high)),
        ("interval", .string(interval.method)),
      ]
    }
    return .object(members)
  }

  private static func value(_ outcome: MetricRecord.Outcome) -> JSONValue {
    guard
      case .object(let members) = JSONValue(
        MetricRecord(id: "", slice: .overall, outcome: outcome)
      )
    else { return .object([]) }
    return .object(members.filter { $0.key != "id" && $0.key != "slice" })
  }

  private static func value(_ rule: RuleDifference) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
    ]
    if let before = rule.before { members.append(("before", .integer(before))) }
    if let after = rule.after { members.append(("after", .integer(after))) }
    for (key, range) in [("new", rule.new), ("gone", rule.gone), ("kept", rule.kept)] {
      members += [
        ("\(key)-least", .integer(range.lowerBound)), ("\(key)-most", .integer(range.upperBound)),
      ]
    }
    return .object(members)
  }

  private static func findings(_ rule: RuleDifference) -> [JSONValue] {
    func values(_ findings: [Finding], _ change: String, _ isCertain: Bool) -> [JSONValue] {
      findings.map { finding in
        .object([
          ("change", .string(change)), ("certain", .string(isCertain ? "yes" : "no")),
          ("finding", JSONValue(finding)),
        ])
      }
    }
    return values(rule.listedNew, "new", rule.isNewCertain)
      + values(rule.listedGone, "gone", rule.isGoneCertain)
  }
}
