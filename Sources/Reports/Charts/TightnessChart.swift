/// How large each annotator draws, against how evenly.
struct TightnessChart {
  struct Annotator {
    var name: String
    /// Share of area more than the reference has; below 0 for less.
    var bias: Double
    var low: Double?
    var high: Double?
    /// The same of the spread, at least 0.
    var spread: Double
  }

  let annotators: [Annotator]

  private static let (width, height) = (460.0, 240.0)
  private static let (left, right, top, bottom) = (44.0, 16.0, 14.0, 40.0)

  /// Empty without an annotator.
  var svg: HTML {
    guard !annotators.isEmpty else { return "" }
    let (x, y) = (self.x, self.y)
    let dots = annotators.map { annotator -> HTML in
      let (cx, cy) = (x(annotator.bias), y(annotator.spread))
      let range = annotator.low.flatMap { low in
        annotator.high.map { Drawing.horizontal("range", y: cy, from: x(low), to: x($0)) }
      }
      let isRight = cx > Self.width * 0.7
      return """
        \(range ?? "")<circle class="dot" cx="\(cx)" cy="\(cy)" r="4.5"/>\
        <text class="name" x="\(cx + (isRight ? -9 : 9))" y="\(cy - 8)" \
        text-anchor="\(isRight ? "end" : "start")">\(annotator.name)</text>
        """
    }
    return Drawing.svg(
      width: Self.width,
      height: Self.height,
      text: text,
      grid + HTML.joined(dots)
    )
  }

  private var text: String {
    let parts = annotators.map {
      "\($0.name) \(signed($0.bias)) area, spread \(NumberText.percent($0.spread))"
    }
    return "size drawn against its spread: \(parts.joined(separator: "; "))"
  }

  private func signed(_ share: Double) -> String {
    (share > 0 ? "+" : "") + NumberText.percent(share)
  }

  /// The same distance to both sides of 0, so that larger and smaller are seen at once.
  private var x: LinearScale {
    let largest = annotators.flatMap { [$0.bias, $0.low ?? 0, $0.high ?? 0] }.map(abs).max() ?? 0
    let limit = max(largest * 1.15, 0.02)
    return LinearScale(-limit, limit, from: Self.left, to: Self.width - Self.right)
  }

  private var y: LinearScale {
    let largest = annotators.map(\.spread).max() ?? 0
    return LinearScale(
      0,
      max(largest * 1.3, 0.02),
      from: Self.height - Self.bottom,
      to: Self.top
    )
  }

  private var grid: HTML {
    let (x, y) = (self.x, self.y)
    let floor = Self.height - Self.bottom
    let rows = y.ticks(about: 4).map { tick -> HTML in
      """
      \(Drawing.horizontal("axis", y: y(tick.value), from: Self.left, to: Self.width - Self.right))\
      <text x="\(Self.left - 5)" y="\(y(tick.value) + 4)" text-anchor="end">\
      \(percent(tick.value))</text>
      """
    }
    let columns = x.ticks(about: 6).map { tick -> HTML in
      """
      \(Drawing.vertical(tick.value == 0 ? "zero" : "axis", x: x(tick.value), from: Self.top, to: floor))\
      <text x="\(x(tick.value))" y="\(floor + 14)" text-anchor="middle">\(percent(tick.value))</text>
      """
    }
    return HTML.joined(rows + columns)
      + """
      <text x="\(Self.left)" y="\(Self.height - 6)">← draws smaller</text>\
      <text x="\(Self.width - Self.right)" y="\(Self.height - 6)" text-anchor="end">draws larger →</text>\
      <text x="\(Self.left + 4)" y="\(Self.top + 8)">spread ↑</text>
      """
  }

  private func percent(_ share: Double) -> String {
    NumberText.rounded((share * 1000).rounded() / 10, decimals: 1) + " %"
  }
}
