import Audits
import Findings
import Yams

extension PolicyReader {
  /// Settings and limits of single rules.
  mutating func readRules(_ node: Node, into policy: inout Policy) {
    guard let mapping = node.mapping else {
      problems.report(node, "a mapping like {degenerate-box: {max: 0}} was expected")
      return
    }
    for (key, value) in mapping {
      let id = key.string ?? ""
      let isKnown = vocabulary.rules.contains(id)
      if !isKnown { problems.unknown("rule", key, among: vocabulary.rules) }
      guard let settings = value.mapping, !settings.isEmpty else {
        problems.report(value, "a limit like {max: 0}, or {enabled: false}, was expected")
        continue
      }
      problems.check(settings, among: PolicyKey.rule)
      let limits = limits(settings, of: .rule(id), at: key)
      let setting = setting(settings, of: id, at: key)
      guard isKnown else { continue }
      policy.limits += limits
      if let setting { policy.rules.append(setting) }
    }
  }

  mutating func readSeverities(_ node: Node, into policy: inout Policy) {
    guard let mapping = node.mapping else {
      problems.report(node, "a mapping like {error: {max: 0}} was expected")
      return
    }
    for (key, value) in mapping {
      let severity = key.string.flatMap(Severity.init)
      if severity == nil {
        problems.unknown("severity", key, among: Set(Severity.allCases.map(\.rawValue)))
      }
      guard let settings = value.mapping, settings["max"] != nil || settings["max-rate"] != nil
      else {
        problems.report(value, "a limit like {max: 0} was expected")
        continue
      }
      problems.check(settings, among: PolicyKey.limit)
      let limits = limits(settings, of: .severity(severity ?? .info), at: key)
      if severity != nil { policy.limits += limits }
    }
  }

  private mutating func limits(
    _ mapping: Node.Mapping,
    of subject: Policy.Limit.Subject,
    at key: Node
  ) -> [Policy.Limit] {
    var limits: [Policy.Limit] = []
    let bound = mapping["bound"].flatMap { self.bound($0) } ?? .value
    if let node = mapping["max"], let most = wholeNumber(node, "max") {
      limits.append(Policy.Limit(subject: subject, maximum: .count(most), place: place(key)))
    }
    if let node = mapping["max-rate"], let most = number(node, "max-rate") {
      limits.append(
        Policy.Limit(subject: subject, maximum: .rate(most), bound: bound, place: place(key))
      )
    }
    if let node = mapping["bound"], mapping["max-rate"] == nil {
      problems.report(node, "'bound' needs 'max-rate'")
    }
    return limits
  }

  /// `nil` where the mapping sets nothing.
  private mutating func setting(
    _ mapping: Node.Mapping,
    of id: String,
    at key: Node
  ) -> Policy.RuleSetting? {
    guard ["enabled", "severity", "options"].contains(where: { mapping[$0] != nil }) else {
      return nil
    }
    var setting = Policy.RuleSetting(id: id, place: place(key))
    if let node = mapping["enabled"] {
      if let isOn = node.bool {
        setting.isOn = isOn
      } else {
        problems.report(node, "'enabled' must be true or false")
      }
    }
    if let node = mapping["severity"] {
      setting.severity = node.string.flatMap(Severity.init)
      if setting.severity == nil {
        problems.unknown("severity", node, among: Set(Severity.allCases.map(\.rawValue)))
      }
    }
    if let node = mapping["options"] { setting.options = options(node, of: id) }
    return setting
  }

  private mutating func options(_ node: Node, of rule: String) -> [String: Double] {
    guard let mapping = node.mapping else {
      problems.report(node, "'options' must be like {tolerance: 2}")
      return [:]
    }
    let known = Set(RuleOption.all.filter { $0.rule == rule }.map(\.name))
    guard !known.isEmpty else {
      problems.report(node, "\(rule) has no options")
      return [:]
    }
    var options: [String: Double] = [:]
    for (key, value) in mapping {
      guard let name = key.string, known.contains(name) else {
        problems.unknown("option of \(rule)", key, among: known)
        continue
      }
      options[name] = number(value, name)
    }
    return options
  }
}
