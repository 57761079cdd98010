import Findings

/// A share as a bar with its interval.
enum ShareBar {
  private static let width = 100.0

  /// Empty where the share is undefined.
  static func svg(_ record: MetricRecord?) -> HTML {
    guard let record, let value = record.value else { return "" }
    let x = LinearScale(0, 1, from: 0, to: width)
    let range = record.interval.map {
      Drawing.horizontal("range", y: 7, from: x($0.low), to: x($0.high))
    }
    return Drawing.svg(
      width: width,
      height: 14,
      text: NumberText.percent(value),
      style: "bar",
      """
      <rect class="rest" y="3" width="\(width)" height="8"/>\
      <rect class="full" y="3" width="\(x(value))" height="8"/>\(range ?? "")
      """
    )
  }
}
