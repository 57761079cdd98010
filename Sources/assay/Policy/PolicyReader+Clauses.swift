import Audits
import Findings
import Ledger
import Yams

extension PolicyReader {
  /// One clause of the file; two where it promises a target and a change.
  mutating func clauses(_ node: Node) -> [Policy.Clause] {
    guard let mapping = node.mapping else {
      problems.report(node, "a clause must have 'metric' and 'target'")
      return []
    }
    problems.check(mapping, among: PolicyKey.clause)
    let metric = metric(node, mapping)
    let slice = mapping["slice"].map { self.slice($0) } ?? .overall
    let iou = threshold(mapping)
    let bound = mapping["bound"].flatMap { self.bound($0) }
    let minimumN = mapping["minimum-n"].flatMap { wholeNumber($0, "minimum-n") }
    let severity = mapping["severity"].flatMap { verdict($0) } ?? .fail
    let promises = promises(node, mapping)
    if metric == "iou-share", slice[.iou] == nil,
      !["iou", "tier"].contains(where: { mapping[$0] != nil })
    {
      problems.report(node, "a clause on iou-share needs 'tier' or 'iou'")
    }
    guard let metric else { return [] }
    return promises.map { promise in
      Policy.Clause(
        metric: metric,
        slice: slice,
        iou: iou,
        promise: promise,
        bound: bound,
        minimumN: minimumN ?? Policy.Clause.defaultMinimumN,
        severity: severity,
        place: place(node)
      )
    }
  }

  private mutating func metric(_ node: Node, _ mapping: Node.Mapping) -> String? {
    guard let value = mapping["metric"] else {
      problems.report(node, "the clause has no 'metric'")
      return nil
    }
    guard let metric = value.string, vocabulary.metrics.contains(metric) else {
      problems.unknown("metric", value, among: vocabulary.metrics)
      return nil
    }
    return metric
  }

  private mutating func promises(_ node: Node, _ mapping: Node.Mapping) -> [Policy.Promise] {
    var promises: [Policy.Promise] = []
    if let value = mapping["target"] {
      if let target = value.string.flatMap(Target.init) {
        promises.append(.target(target))
      } else {
        problems.report(value, "'target' must be like \">= 0.70\"")
      }
    }
    if let value = mapping["maximum-drop"], let most = number(value, "maximum-drop") {
      promises.append(.maximumDrop(most))
    }
    if let value = mapping["maximum-rise"], let most = number(value, "maximum-rise") {
      promises.append(.maximumRise(most))
    }
    if let value = mapping["minimum-z"], let least = standing(value, mapping) {
      promises.append(.minimumZ(least))
    }
    if !PolicyKey.promises.contains(where: { mapping[$0] != nil }) {
      problems.report(
        node,
        "the clause has no 'target', 'maximum-drop', 'maximum-rise' or 'minimum-z'"
      )
    }
    return promises
  }

  /// A robust z, of a metric that can be better or worse.
  private mutating func standing(_ node: Node, _ mapping: Node.Mapping) -> Double? {
    if let metric = mapping["metric"]?.string, vocabulary.metrics.contains(metric),
      MetricDirection(of: metric) == nil
    {
      problems.report(node, "'minimum-z': neither more nor less \(metric) is better")
    }
    guard let least = node.number, least <= 0, least.isFinite else {
      problems.report(node, "'minimum-z' must be a number of at most 0, like -3.5")
      return nil
    }
    return least
  }

  /// The τ of the clause, as a number or as the name of a tier.
  private mutating func threshold(_ mapping: Node.Mapping) -> Double? {
    let iou = mapping["iou"].flatMap { threshold($0, "'iou'") }
    guard let tier = mapping["tier"] else { return iou }
    guard let number = tiers[tier.string ?? ""] else {
      problems.unknown("tier", tier, among: Set(tiers.keys))
      return iou
    }
    if mapping["iou"] != nil { problems.report(tier, "'tier' and 'iou' say the same; give one") }
    return number
  }

  private mutating func verdict(_ node: Node) -> Verdict? {
    guard let verdict = node.string.flatMap(Verdict.init), [.fail, .warn].contains(verdict) else {
      problems.unknown("severity", node, among: ["fail", "warn"])
      return nil
    }
    return verdict
  }

  private mutating func slice(_ node: Node) -> SliceLabel {
    guard let mapping = node.mapping else {
      problems.report(node, "'slice' must be like {category: car}")
      return .overall
    }
    var slice = SliceLabel.overall
    for (key, value) in mapping {
      guard let name = key.string.flatMap(SliceKey.init) else {
        problems.unknown("slice", key, among: Set(SliceKey.allCases.map(\.rawValue)))
        continue
      }
      guard let text = value.scalar?.string else {
        problems.report(value, "the value of '\(name.rawValue)' must be a text")
        continue
      }
      check(text, of: name, value)
      slice.values[name] = text
    }
    return slice
  }

  private mutating func check(_ text: String, of key: SliceKey, _ node: Node) {
    guard text != "*" else { return }
    if key == .category { categories.append(node) }
    if key == .iou { _ = threshold(node, "'iou'") }
    if !vocabulary.knows(text, of: key) {
      problems.unknown(key.rawValue, node, among: vocabulary.values[key] ?? [])
    }
  }
}
