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
    range =
      interval.map { interval in
        // A normal interval may reach past what a coefficient can be; the data keep it, people do not.
        let isCoefficient = interval.method == "asymptotic-95"
        let low = isCoefficient ? max(-1, interval.low) : interval.low
        let high = isCoefficient ? min(1, interval.high) : interval.high
        return "\(show(low)) … \(show(high))"
      } ?? ""
  }
}
