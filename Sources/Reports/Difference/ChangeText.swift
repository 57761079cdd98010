import Findings

/// Words of a difference that every form of it shows.
enum ChangeText {
  static func outcome(_ outcome: MetricRecord.Outcome?) -> String {
    switch outcome {
    case .number(let value, _, _): NumberText.rounded(value)
    case .undefined(let reason): "undefined: \(reason)"
    case nil: "not there"
    }
  }

  /// `+0.031`; empty where there is none.
  static func change(_ metric: MetricDifference) -> String {
    guard let change = metric.change else { return "" }
    return (change > 0 ? "+" : "") + NumberText.rounded(change)
  }

  static func interval(_ metric: MetricDifference) -> String {
    guard let interval = metric.interval else { return "" }
    return "\(NumberText.rounded(interval.low)) … \(NumberText.rounded(interval.high))"
  }

  static func count(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? NumberText.grouped(range.lowerBound)
      : "\(NumberText.grouped(range.lowerBound))–\(NumberText.grouped(range.upperBound))"
  }

  static func name(_ metric: MetricDifference) -> String {
    metric.slice == .overall ? metric.id : "\(metric.id) (\(metric.slice))"
  }

  static func finding(_ finding: Finding) -> String {
    let place = [finding.image, finding.annotation.map { "annotation \($0)" }, finding.category]
      .compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? finding.message : "\(place): \(finding.message)"
  }

  /// Changed numbers: those that changed clearly, then the others; larger parts of the data first.
  static func changed(_ difference: ReportDifference) -> [MetricDifference] {
    let changed = difference.metrics.filter { !$0.isUnchanged }.enumerated()
    return changed.sorted { first, second in
      rank(first.element, first.offset) < rank(second.element, second.offset)
    }.map(\.element)
  }

  private static func rank(_ metric: MetricDifference, _ offset: Int) -> (Int, Int, Int) {
    (metric.isClear ? 0 : 1, metric.slice.values.count, offset)
  }

  static func changedRules(_ difference: ReportDifference) -> [RuleDifference] {
    difference.rules.filter {
      $0.before != $0.after || $0.new.upperBound > 0 || $0.gone.upperBound > 0
    }
  }

  /// Says so where some of what is counted is not listed.
  static let capped =
    "a range: a report lists a rule's first findings only, and which the others are is not known"

  static let shared =
    "an input is the same in both reports: intervals of difference are wider than they need be"
}
