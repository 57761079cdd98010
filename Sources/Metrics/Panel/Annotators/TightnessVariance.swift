import Findings
import Statistics

/// What the spread of all annotators' tightness goes with.
struct TightnessVariance {
  let profiles: [AnnotatorProfile]

  var records: [MetricRecord] {
    let groups = profiles.map(\.tightness).filter { !$0.isEmpty }
    let all = profiles.flatMap(\.placements)
    func share(_ id: String, _ groups: [[Double]]) -> MetricRecord {
      MetricRecord(id, .overall, Self.varianceShare(groups), n: all.count)
    }
    func grouped<Key: Hashable & Comparable>(_ key: (Placement) -> Key) -> [[Double]] {
      Dictionary(grouping: all, by: key).sorted { $0.key < $1.key }
        .map { $0.value.map { $0.tightness(of: .a) } }
    }
    let test = groups.count > 1 ? GroupTests.spread(groups, about: .median) : nil
    return [
      share("tightness-variance-annotator", groups),
      share("tightness-variance-category", grouped(\.category)),
      share("tightness-variance-size", grouped { ObjectSize.value(area: $0.referenceArea) }),
      MetricRecord(
        "tightness-spread-difference",
        .overall,
        test.map { .value($0.p) } ?? .undefined(UndefinedReason("needs two annotators that vary")),
        n: all.count
      ),
    ]
  }

  /// SS between ÷ SS total.
  private static func varianceShare(_ groups: [[Double]]) -> Measured {
    let all = groups.flatMap { $0 }
    guard all.count > 1, groups.count > 1 else {
      return .undefined(UndefinedReason("needs two groups"))
    }
    let mean = all.reduce(0, +) / Double(all.count)
    let total = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return .undefined(.noVariation) }
    let between = groups.filter { !$0.isEmpty }.reduce(0) { sum, group in
      let own = group.reduce(0, +) / Double(group.count)
      return sum + Double(group.count) * (own - mean) * (own - mean)
    }
    return .value(min(1, between / total))
  }
}
