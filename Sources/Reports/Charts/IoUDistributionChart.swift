import Findings

/// The IoU distribution of one part of the data in one line: p05–p90, the middle half, the median, and
/// the tiers.
struct IoUDistributionChart {
  private let index: ReportIndex
  private static let (width, height) = (220.0, 22.0)

  /// What the trade calls IoU from here on.
  static let tiers = [("loose", 0.5), ("standard", 0.65), ("tight", 0.75), ("pixel", 0.9)]

  /// Matched pairs rarely lie below 0.3.
  private static let scale = LinearScale(0.3, 1, from: 0, to: width)

  /// From so many pairs on percentiles say more than the median.
  private static let enough = 4

  init(_ index: ReportIndex) { self.index = index }

  /// Empty where the slice has no pair.
  func svg(_ slice: [SliceKey: String]) -> HTML {
    func x(_ id: String) -> Double? { index.value(id, slice).map { Self.scale($0) } }
    guard let low = x("iou-p05"), let high = x("iou-p90"), let left = x("iou-p25"),
      let right = x("iou-p75"), let median = x("iou-median")
    else { return "" }
    let middle = Self.height / 2
    let isEnough = (index("iou-median", slice)?.n ?? 0) >= Self.enough
    let spread: HTML = """
      \(Drawing.horizontal("whisker", y: middle, from: low, to: high))\
      <rect class="mid" x="\(left)" y="5" width="\(max(1, right - left))" height="12"/>
      """
    return Drawing.svg(
      width: Self.width,
      height: Self.height,
      text: description(slice, isEnough: isEnough),
      Self.lines + (isEnough ? spread : "") + Drawing.vertical("median", x: median, from: 3, to: 19)
    )
  }

  /// The scale over a column of charts.
  static var axis: HTML {
    let labels = tiers.map { _, iou -> HTML in
      """
      <text x="\(scale(iou))" y="11" text-anchor="middle">\(NumberText.rounded(iou, decimals: iou == 0.5 || iou == 0.9 ? 1 : 2))</text>
      """
    }
    return """
      <svg width="\(width)" height="14" viewBox="0 0 \(width) 14" aria-hidden="true">\
      <text x="0" y="11">0.3</text>\(HTML.joined(labels))\
      <text x="\(width)" y="11" text-anchor="end">1</text></svg>
      """
  }

  private static var lines: HTML {
    HTML.joined(tiers.map { Drawing.vertical("tier", x: scale($0.1), from: 0, to: height) })
  }

  private func description(_ slice: [SliceKey: String], isEnough: Bool) -> String {
    let names =
      isEnough
      ? [
        ("5 %", "iou-p05"), ("quarter", "iou-p25"), ("median", "iou-median"),
        ("three quarters", "iou-p75"), ("90 %", "iou-p90"),
      ] : [("median", "iou-median")]
    let numbers = names.compactMap { name, id in
      index.value(id, slice).map { "\(name) \(NumberText.rounded($0, decimals: 2))" }
    }
    return "IoU: \(numbers.joined(separator: ", "))"
  }
}
