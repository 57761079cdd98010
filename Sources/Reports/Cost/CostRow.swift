import Findings

/// The numbers of an estimate in the order in which they are read, and how each is written.
struct CostRow {
  enum Form {
    /// Two decimals; four for small amounts.
    case money
    case count
    case percent
    case factor
  }

  let id: String
  let text: String
  let form: Form

  static let all: [CostRow] = [
    CostRow(id: "cost-direct", text: "Price of the labels", form: .money),
    CostRow(id: "cost-qa", text: "Quality control", form: .money),
    CostRow(id: "cost-rework", text: "Rework", form: .money),
    CostRow(id: "cost-remediation", text: "Remediation of what escapes", form: .money),
    CostRow(id: "cost-total", text: "Total", form: .money),
    CostRow(id: "uplift-over-price", text: "Uplift over the price", form: .percent),
    CostRow(id: "unbudgeted-share", text: "Unbudgeted share of the total", form: .percent),
    CostRow(id: "cost-per-accepted-label", text: "For a label that is right", form: .money),
    CostRow(id: "corrections", text: "Labels made again", form: .count),
    CostRow(id: "rework-rounds", text: "Rounds of rework", form: .count),
    CostRow(id: "remaining-defect-rate", text: "Still wrong in the end", form: .percent),
    CostRow(id: "lot-rejection-rate", text: "Lots that fail", form: .percent),
    CostRow(id: "defect-rate", text: "Defect rate as measured", form: .percent),
    CostRow(
      id: "break-even-price-multiple",
      text: "Price, by the first one's, at which both cost the same",
      form: .factor
    ),
    CostRow(
      id: "break-even-remediation",
      text: "Remediation of the first one above which this is cheaper, by its price",
      form: .factor
    ),
  ]

  func show(_ value: Double) -> String {
    switch form {
    case .money: Self.amount(value)
    case .count: Self.count(value)
    case .percent: Self.percent(value)
    case .factor: "\(NumberText.fixed(value, decimals: 2)) ×"
    }
  }

  /// `low … high`; empty without a range, or where both ends are the same.
  func range(_ record: MetricRecord) -> String {
    guard let interval = record.interval, interval.low < interval.high else { return "" }
    return "\(show(interval.low)) … \(show(interval.high))"
  }

  /// An amount of money: cents of large amounts, more digits of small ones.
  static func amount(_ value: Double) -> String {
    if abs(value) < 1, value != 0 { return NumberText.fixed(value, decimals: 4) }
    return NumberText.fixed(value, decimals: 2)
  }

  /// Two decimals where the number is not whole, but for what rounding left.
  static func count(_ value: Double) -> String {
    NumberText.rounded((value * 100).rounded() / 100, decimals: 2)
  }

  /// One decimal, and two digits of a share that would otherwise be shown as nothing.
  private static func percent(_ value: Double) -> String {
    guard value > 0, value < 0.0005 else { return NumberText.percent(value) }
    return value < 0.000_000_5 ? "< 0.0001 %" : "\(NumberText.fixed(100 * value, decimals: 4)) %"
  }
}
