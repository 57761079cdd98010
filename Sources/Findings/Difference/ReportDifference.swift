/// What changed from one report to another of the same command.
package struct ReportDifference: Hashable, Sendable {
  package var before: AuditReport
  package var after: AuditReport
  /// What was asked for or read otherwise, one line each: numbers may differ because of it.
  package var circumstances: [String]
  /// Every number that either report has, in the order of the later one.
  package var metrics: [MetricDifference]
  /// Every rule that either report ran, by id.
  package var rules: [RuleDifference]

  package init(from before: AuditReport, to after: AuditReport) {
    self.before = before
    self.after = after
    circumstances = Self.circumstances(before, after)
    metrics = Self.metrics(before.metrics, after.metrics)
    rules = Self.rules(before.findings, after.findings)
  }

  /// Whether an input of both reports has the same bytes; then the numbers are not independent, and
  /// their intervals of difference are wider than they need be.
  package var sharesInputs: Bool {
    !Set(before.inputs.map(\.sha256)).isDisjoint(with: after.inputs.map(\.sha256))
  }

  private struct Key: Hashable {
    var id: String
    var slice: SliceLabel
  }

  private static func metrics(
    _ before: [MetricRecord],
    _ after: [MetricRecord]
  ) -> [MetricDifference] {
    func index(_ records: [MetricRecord]) -> [Key: MetricRecord] {
      Dictionary(
        records.map { (Key(id: $0.id, slice: $0.slice), $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let (old, new) = (index(before), index(after))
    var seen: Set<Key> = []
    return (after + before).compactMap { record in
      let key = Key(id: record.id, slice: record.slice)
      guard seen.insert(key).inserted else { return nil }
      return MetricDifference(
        id: record.id,
        slice: record.slice,
        before: old[key]?.outcome,
        after: new[key]?.outcome
      )
    }
  }

  private static func rules(
    _ before: AuditReport.FindingSummary,
    _ after: AuditReport.FindingSummary
  ) -> [RuleDifference] {
    let ids = Set((before.rules + after.rules).map(\.id))
    let (old, new) = (
      Dictionary(grouping: before.items, by: \.rule), Dictionary(grouping: after.items, by: \.rule)
    )
    return ids.sorted().map { id in
      RuleDifference(
        id: id,
        before: before.rules.first { $0.id == id },
        after: after.rules.first { $0.id == id },
        listedBefore: old[id] ?? [],
        listedAfter: new[id] ?? []
      )
    }
  }

  private static func circumstances(_ before: AuditReport, _ after: AuditReport) -> [String] {
    var lines: [String] = []
    if before.tool != after.tool {
      lines.append(
        "tool: \(before.tool.name) \(before.tool.version), now \(after.tool.name) \(after.tool.version)"
      )
    }
    for name in Set(before.parameters.keys).union(after.parameters.keys).sorted() {
      let (old, new) = (before.parameters[name], after.parameters[name])
      guard old != new else { continue }
      lines.append("parameter \(name): \(text(old)), now \(text(new))")
    }
    let roles = (before.inputs + after.inputs).map(\.role)
    var seen: Set<String> = []
    for role in roles where seen.insert(role).inserted {
      let (old, new) = (
        before.inputs.first { $0.role == role }, after.inputs.first { $0.role == role }
      )
      guard old?.sha256 != new?.sha256 else { continue }
      lines.append("input \(role): \(text(old)), now \(text(new))")
    }
    return lines
  }

  private static func text(_ value: AuditReport.ParameterValue?) -> String {
    switch value {
    case .number(let number):
      Int(exactly: number).map(String.init) ?? "\(number)"
    case .text(let text): "'\(text)'"
    case nil: "not set"
    }
  }

  private static func text(_ input: AuditReport.Input?) -> String {
    guard let input else { return "none" }
    return "\(input.name) (\(input.images) images, \(input.annotations) annotations, "
      + "\(input.sha256.prefix(12)))"
  }
}
