import Findings

/// The IoU distribution of one category in one line: p05–p90, the middle half, the median, and tiers.
struct IoUDistributionChart {
  private let index: ReportIndex
  private static let width = 260.0
  private static let height = 22.0
  /// IoU at the left edge; matched pairs rarely lie below.
  private static let origin = 0.3

  init(_ index: ReportIndex) { self.index = index }

  /// Empty where the slice has no pair.
  func svg(_ slice: [SliceKey: String]) -> HTML {
    func x(_ id: String) -> Double? { index.value(id, slice).map(Self.position) }
    guard let low = x("iou-p05"), let high = x("iou-p90"), let left = x("iou-p25"),
      let right = x("iou-p75"), let median = x("iou-median")
    else { return "" }
    let middle = Self.height / 2
    let text = description(slice)
    return """
      <svg width="\(Self.width)" height="\(Self.height)" viewBox="0 0 \(Self.width) \(Self.height)" \
      role="img" aria-label="\(text)"><title>\(text)</title>\(Self.tiers)\
      <line class="whisker" x1="\(low)" x2="\(high)" y1="\(middle)" y2="\(middle)"/>\
      <rect class="mid" x="\(left)" y="5" width="\(max(1, right - left))" height="12"/>\
      <line class="median" x1="\(median)" x2="\(median)" y1="3" y2="19"/></svg>
      """
  }

  /// The scale under a column of charts.
  static var axis: HTML {
    let labels = [0.3, 0.5, 0.75, 0.9].map { iou -> HTML in
      let anchor = iou == 0.3 ? "start" : "middle"
      return #"<text x="\#(position(iou))" y="11" text-anchor="\#(anchor)">\#(String(iou))</text>"#
    }
    return """
      <svg width="\(width)" height="14" viewBox="0 0 \(width) 14" aria-hidden="true">\
      \(HTML.joined(labels))<text x="\(width)" y="11" text-anchor="end">1</text></svg>
      """
  }

  private static var tiers: HTML {
    HTML.joined(
      [0.5, 0.75, 0.9].map { tier -> HTML in
        let x = position(tier)
        return #"<line class="tier" x1="\#(x)" x2="\#(x)" y1="0" y2="\#(height)"/>"#
      }
    )
  }

  private static func position(_ iou: Double) -> Double {
    max(0, min(1, (iou - origin) / (1 - origin))) * width
  }

  private func description(_ slice: [SliceKey: String]) -> String {
    let numbers = [
      ("5 %", "iou-p05"), ("quarter", "iou-p25"), ("median", "iou-median"),
      ("three quarters", "iou-p75"), ("90 %", "iou-p90"),
    ].compactMap { name, id in
      index.value(id, slice).map { "\(name) \(NumberText.rounded($0, decimals: 2))" }
    }
    return "IoU: \(numbers.joined(separator: ", "))"
  }
}
