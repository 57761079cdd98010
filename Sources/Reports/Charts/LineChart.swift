import Findings

/// Lines over a number, with bands, as one drawing.
struct LineChart {
  struct Point {
    var x: Double
    var y: Double
    var low: Double?
    var high: Double?
  }

  struct Series {
    var name: String
    /// Class of its line and band.
    var style: HTML
    var points: [Point]
  }

  let title: String
  let horizontal: String
  /// Lowest and highest y; points outside are drawn at the edge.
  let range: (low: Double, high: Double)
  let series: [Series]
  /// Values of y that are marked by a line.
  let marks: [Double]

  // Small enough to be read on a narrow screen, where it is drawn at about its own size.
  private static let (width, height) = (460.0, 250.0)
  private static let (left, right, top, bottom) = (34.0, 58.0, 12.0, 34.0)

  /// Empty without a line.
  var svg: HTML {
    let drawn = series.filter { !$0.points.isEmpty }
    guard !drawn.isEmpty else { return "" }
    return Drawing.svg(
      width: Self.width,
      height: Self.height,
      text: "\(title): \(drawn.map(summary).joined(separator: "; "))",
      grid + HTML.joined(drawn.map(line)) + names(drawn)
    )
  }

  private func summary(_ series: Series) -> String {
    guard let first = series.points.first, let last = series.points.last else { return series.name }
    func number(_ value: Double) -> String { NumberText.rounded(value, decimals: 2) }
    return "\(series.name) \(number(first.y)) at \(number(first.x)), "
      + "\(number(last.y)) at \(number(last.x))"
  }

  private var x: LinearScale {
    let values = series.flatMap(\.points).map(\.x)
    return LinearScale(
      values.min() ?? 0,
      values.max() ?? 1,
      from: Self.left,
      to: Self.width - Self.right
    )
  }

  private var y: LinearScale {
    LinearScale(range.low, range.high, from: Self.height - Self.bottom, to: Self.top)
  }

  private var grid: HTML {
    let end = Self.width - Self.right
    // No tick where a mark stands.
    let ticks = y.ticks(about: 5).filter { tick in
      marks.allSatisfy { abs(y($0) - y(tick.value)) > 11 }
    }
    let rows = ticks.map { tick -> HTML in
      """
      \(Drawing.horizontal("axis", y: y(tick.value), from: Self.left, to: end))\
      <text x="\(Self.left - 5)" y="\(y(tick.value) + 4)" text-anchor="end">\(tick.text)</text>
      """
    }
    let columns = x.ticks(about: 7).map { tick -> HTML in
      """
      \(Drawing.vertical("axis", x: x(tick.value), from: Self.height - Self.bottom, to: Self.height - Self.bottom + 4))\
      <text x="\(x(tick.value))" y="\(Self.height - 16)" text-anchor="middle">\(tick.text)</text>
      """
    }
    let lines = marks.map { value -> HTML in
      """
      \(Drawing.horizontal("mark", y: y(value), from: Self.left, to: end))\
      <text class="marked" x="\(Self.left - 5)" y="\(y(value) + 4)" text-anchor="end">\(NumberText.fixed(value, decimals: 2))</text>
      """
    }
    return HTML.joined(rows + columns + lines)
      + """
      <text x="\((Self.left + end) / 2)" y="\(Self.height - 2)" text-anchor="middle">\(horizontal)</text>
      """
  }

  private func line(_ series: Series) -> HTML {
    let line = series.points.map { (x: x($0.x), y: y($0.y)) }
    let banded = series.points.filter { $0.low != nil && $0.high != nil }
    let band =
      banded.map { (x: x($0.x), y: y($0.high ?? $0.y)) }
      + banded.reversed().map { (x: x($0.x), y: y($0.low ?? $0.y)) }
    // A line through one point is not to be seen.
    let dot: HTML =
      line.count == 1 ? #"<circle class="dot" cx="\#(line[0].x)" cy="\#(line[0].y)" r="4"/>"# : ""
    return """
      <polygon class="band \(series.style)" points="\(Drawing.points(band))"/>\
      <polyline class="line \(series.style)" points="\(Drawing.points(line))"/>\(dot)
      """
  }

  /// Each line's name at its end, none over another.
  private func names(_ series: [Series]) -> HTML {
    var lowest = -Double.infinity
    let ends = series.compactMap { one in one.points.last.map { (one.name, y($0.y) + 4) } }
    let texts = ends.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { name, position -> HTML in
      let free = max(position, lowest + 14)
      lowest = free
      return #"<text class="name" x="\#(Self.width - Self.right + 6)" y="\#(free)">\#(name)</text>"#
    }
    return HTML.joined(texts)
  }
}
