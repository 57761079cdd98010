import Findings

/// A share as a bar with its interval.
enum ShareBar {
  private static let width = 120.0

  /// Empty where the share is undefined.
  static func svg(_ record: MetricRecord?) -> HTML {
    guard let record, let value = record.value else { return "" }
    let text = "\(NumberText.percent(value))"
    let full = max(0, min(1, value)) * width
    var range: HTML = ""
    if let interval = record.interval {
      let (low, high) = (max(0, interval.low) * width, min(1, interval.high) * width)
      range = #"<line class="range" x1="\#(low)" x2="\#(high)" y1="7" y2="7"/>"#
    }
    return """
      <svg class="bar" width="\(width)" height="14" viewBox="0 0 \(width) 14" role="img" \
      aria-label="\(text)"><rect class="rest" y="3" width="\(width)" height="8"/>\
      <rect class="full" y="3" width="\(full)" height="8"/>\(range)</svg>
      """
  }
}
