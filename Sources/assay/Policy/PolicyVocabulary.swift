import Audits
import Findings
import Metrics

/// The names that a policy may use.
struct PolicyVocabulary {
  let metrics: Set<String>
  let rules: Set<String>
  /// Values of the slices that have no others; other slices are named by the data.
  let values: [SliceKey: Set<String>]

  /// Those of this program.
  static var current: PolicyVocabulary {
    var values: [SliceKey: Set<String>] = [:]
    for slicing in SlicingCatalog.all where !slicing.values.isEmpty {
      values[slicing.key] = Set(slicing.values)
    }
    let rules = Set(RuleCatalog.abouts.map(\.id))
    values[.rule] = rules
    return PolicyVocabulary(
      metrics: Set(Definitions.abouts.flatMap(\.outputs).map(\.id) + ["findings"]),
      rules: rules,
      values: values
    )
  }

  /// Whether a slice may have the value; a hyphen stands for the en dash of ranges.
  func knows(_ value: String, of key: SliceKey) -> Bool {
    guard value != "*", let known = values[key] else { return true }
    return known.contains(value)
      || known.contains { String($0.map { $0 == "–" ? "-" : $0 }) == value }
  }
}
