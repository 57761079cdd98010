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
    var style: String
    var points: [Point]
  }

  let title: String
  let horizontal: String
  /// Lowest and highest y; points outside are drawn at the edge.
  let range: (low: Double, high: Double)
  let series: [Series]
  /// Values of y that are marked by a line.
  let marks: [Double]

  private static let (width, height) = (640.0, 260.0)
  private static let (left, right, top, bottom) = (36.0, 12.0, 12.0, 30.0)

  /// Empty without a line.
  var svg: HTML {
    let drawn = series.filter { !$0.points.isEmpty }
    guard !drawn.isEmpty else { return "" }
    let text = "\(title): \(drawn.map(summary).joined(separator: "; "))"
    return """
      <svg width="\(Self.width)" height="\(Self.height)" \
      viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(text)">\
      <title>\(text)</title>\(grid)\(HTML.joined(drawn.map(line)))</svg>
      """
  }

  private func summary(_ series: Series) -> String {
    guard let first = series.points.first, let last = series.points.last else { return series.name }
    func number(_ value: Double) -> String { NumberText.rounded(value, decimals: 2) }
    return "\(series.name) \(number(first.y)) at \(number(first.x)), "
      + "\(number(last.y)) at \(number(last.x))"
  }

  private var bounds: (low: Double, high: Double) {
    let values = series.flatMap(\.points).map(\.x)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    return low < high ? (low, high) : (low - 0.5, high + 0.5)
  }

  private func x(_ value: Double) -> Double {
    let share = (value - bounds.low) / (bounds.high - bounds.low)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let share = (min(max(value, range.low), range.high) - range.low) / (range.high - range.low)
    return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
  }

  private var grid: HTML {
    let steps = stride(from: 0.0, through: 1, by: 0.25).map {
      range.low + $0 * (range.high - range.low)
    }
    let rows = steps.map { value -> HTML in
      """
      <line class="axis" x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(y(value))" \
      y2="\(y(value))"/><text x="\(Self.left - 6)" y="\(y(value) + 3)" text-anchor="end">\
      \(NumberText.rounded(value, decimals: 2))</text>
      """
    }
    let columns = Set(series.flatMap(\.points).map(\.x)).sorted().map { value -> HTML in
      """
      <text x="\(x(value))" y="\(Self.height - 12)" text-anchor="middle">\
      \(NumberText.rounded(value, decimals: 2))</text>
      """
    }
    let lines = marks.map { value -> HTML in
      """
      <line class="mark" x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(y(value))" \
      y2="\(y(value))"/>
      """
    }
    return HTML.joined(rows + columns + lines)
      + """
      <text x="\(Self.width - Self.right)" y="\(Self.height - 1)" text-anchor="end">\(horizontal)</text>
      """
  }

  private func line(_ series: Series) -> HTML {
    let line = series.points.map { position($0.x, $0.y) }.joined(separator: " ")
    let banded = series.points.filter { $0.low != nil && $0.high != nil }
    let band =
      (banded.map { position($0.x, $0.high ?? $0.y) }
      + banded.reversed().map { position($0.x, $0.low ?? $0.y) }).joined(separator: " ")
    let start = series.points[0]
    return """
      <polygon class="band \(series.style)" points="\(band)"/>\
      <polyline class="line \(series.style)" points="\(line)"/>\
      <text class="name" x="\(x(start.x) + 6)" y="\(y(start.y) - 6)">\(series.name)</text>
      """
  }

  private func position(_ x: Double, _ y: Double) -> String {
    let rounded = [self.x(x), self.y(y)].map { NumberText.exact(($0 * 100).rounded() / 100) }
    return rounded.joined(separator: ",")
  }
}
