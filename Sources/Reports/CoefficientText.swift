import Findings

/// A share or a coefficient as people read it.
struct CoefficientText {
  let value: String
  /// Empty without an interval.
  let range: String
  let n: String

  /// `nil` for a record without a number.
  init?(_ record: MetricRecord, asPercent: Bool = false) {
    guard case .number(let value, let n, let interval) = record.outcome else { return nil }
    func show(_ number: Double) -> String {
      asPercent ? NumberText.percent(number) : NumberText.fixed(number)
    }
    self.value = show(value)
    self.n = NumberText.grouped(n)
    // A normal interval may reach past what a coefficient can be; the data keep it, people do not.
    range = interval.map { "\(show(max(-1, $0.low))) … \(show(min(1, $0.high)))" } ?? ""
  }
}
