import Audits
import Yams

extension PolicyReader {
  mutating func waiver(_ node: Node) -> Policy.Waiver? {
    guard let mapping = node.mapping else {
      problems.report(node, "a waiver must have 'rule' or 'fingerprint', and 'reason'")
      return nil
    }
    problems.check(mapping, among: PolicyKey.waiver)
    let subject = subject(node, mapping)
    let reason = required("reason", node, mapping)
    let owner = required("owner", node, mapping)
    let expires = expiry(node, mapping)
    guard let subject, let reason, let owner, let expires else { return nil }
    return Policy.Waiver(
      subject: subject,
      reason: reason,
      owner: owner,
      expires: expires,
      place: place(node)
    )
  }

  private mutating func required(
    _ key: String,
    _ node: Node,
    _ mapping: Node.Mapping
  ) -> String? {
    guard let value = mapping[key] else {
      problems.report(node, "the waiver has no '\(key)'")
      return nil
    }
    return text(value, key)
  }

  private mutating func expiry(_ node: Node, _ mapping: Node.Mapping) -> CalendarDay? {
    guard let text = required("expires", node, mapping) else { return nil }
    guard let day = CalendarDay(text) else {
      problems.report(mapping["expires"] ?? node, "'expires' must be a day like 2027-01-31")
      return nil
    }
    return day
  }

  private mutating func subject(
    _ node: Node,
    _ mapping: Node.Mapping
  ) -> Policy.Waiver.Subject? {
    if let value = mapping["fingerprint"] { return fingerprint(value, mapping) }
    guard let value = mapping["rule"] else {
      problems.report(node, "the waiver has neither 'rule' nor 'fingerprint'")
      return nil
    }
    guard let rule = value.string, vocabulary.rules.contains(rule) else {
      problems.unknown("rule", value, among: vocabulary.rules)
      return nil
    }
    return .pattern(
      rule: rule,
      image: mapping["image"].flatMap { text($0, "image") },
      category: mapping["category"].flatMap { text($0, "category") }
    )
  }

  private mutating func fingerprint(
    _ node: Node,
    _ mapping: Node.Mapping
  ) -> Policy.Waiver.Subject? {
    for key in ["rule", "image", "category"] {
      guard let other = mapping[key] else { continue }
      problems.report(other, "'fingerprint' names one finding; '\(key)' has no place beside it")
    }
    let digits = node.scalar?.string ?? ""
    guard digits.utf8.count == 16, digits.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      problems.report(node, "'fingerprint' must be 16 hexadecimal digits")
      return nil
    }
    return .fingerprint(digits)
  }
}
