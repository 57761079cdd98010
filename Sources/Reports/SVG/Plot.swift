/// Lines over a number as a drawing that stands on its own.
package struct Plot: Sendable {
  package struct Series: Sendable {
    package var name: String
    package var points: [Point]

    package init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package struct Point: Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  private let title: String
  /// What the axes count: `objects seen`, `accuracy`.
  private let horizontal: String
  private let vertical: String
  private let series: [Series]
  private let xRange: ClosedRange<Double>
  /// 0 to 1 for shares, else what the values span.
  private let yRange: ClosedRange<Double>
  /// A value of x that a line marks, with its words.
  private let mark: (x: Double, text: String)?

  private static let (width, height) = (720.0, 360.0)
  private static let (left, right, top, bottom) = (56.0, 30.0, 78.0, 46.0)
  /// A line of more points is thinned: no screen shows them.
  private static let maximumPoints = 800

  package init(
    title: String,
    horizontal: String,
    vertical: String,
    series: [Series],
    mark: (x: Double, text: String)? = nil
  ) {
    self.title = title
    self.horizontal = horizontal
    self.vertical = vertical
    let drawn = series.map {
      Series($0.name, $0.points.filter { $0.x.isFinite && $0.y.isFinite })
    }
    self.series = drawn
    let points = drawn.flatMap(\.points)
    xRange = Self.range(of: points.map(\.x))
    let areShares = points.allSatisfy { (0...1).contains($0.y) }
    yRange = areShares ? 0...1 : Self.range(of: points.map(\.y))
    self.mark = mark
  }

  /// The text of an SVG file.
  package var svg: String {
    let drawing: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.width)" height="\(Self.height)" \
      viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(title)">
      <title>\(title)</title>
      \(DrawingStyle.element)
      <rect class="paper" width="\(Self.width)" height="\(Self.height)"/>
      <text class="title" x="\(Self.left)" y="24">\(title)</text>
      \(legend)
      \(axes)
      \(HTML.joined(series.enumerated().map(line)))\(marking)</svg>

      """
    return drawing.markup
  }

  private static func range(of values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    return low < high ? low...high : (low - 0.5)...(high + 0.5)
  }

  private func x(_ value: Double) -> Double {
    let share = (value - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let share = (value - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
  }

  private var legend: HTML {
    let names = series.enumerated().map { index, series -> HTML in
      let place = Self.left + 150 * Double(index)
      return """
        <line class="\(DrawingStyle.line(index))" x1="\(place)" x2="\(place + 20)" y1="42" y2="42"/>\
        <text x="\(place + 26)" y="46">\(series.name)</text>
        """
    }
    return HTML.joined(names)
  }

  private var axes: HTML {
    let (ends, floor) = ((Self.left, Self.width - Self.right), Self.height - Self.bottom)
    let vertical = AxisTicks(yRange, count: 5)
    let rows = vertical.values.map { value -> HTML in
      """
      <line class="axis" x1="\(ends.0)" x2="\(ends.1)" y1="\(y(value))" y2="\(y(value))"/>\
      <text x="\(ends.0 - 6)" y="\(y(value) + 4)" text-anchor="end">\
      \(NumberText.fixed(value, decimals: vertical.decimals))</text>
      """
    }
    let horizontal = AxisTicks(xRange, count: 8)
    let columns = horizontal.values.map { value -> HTML in
      """
      <line class="axis" x1="\(x(value))" x2="\(x(value))" y1="\(floor)" y2="\(floor + 4)"/>\
      <text x="\(x(value))" y="\(floor + 17)" text-anchor="middle">\
      \(NumberText.fixed(value, decimals: horizontal.decimals))</text>
      """
    }
    let words: HTML = """
      <text x="\(ends.1)" y="\(Self.height - 8)" text-anchor="end">\(self.horizontal)</text>\
      <text x="\(ends.0)" y="\(Self.top - 8)">\(self.vertical)</text>
      """
    return HTML.joined(rows + columns) + words
  }

  private func line(_ index: Int, _ series: Series) -> HTML {
    let step = max(1, (series.points.count + Self.maximumPoints - 1) / Self.maximumPoints)
    var kept = stride(from: 0, to: series.points.count, by: step).map { series.points[$0] }
    if let last = series.points.last, (series.points.count - 1) % step != 0 { kept.append(last) }
    // One piece a point: text that is put in whole would be cut where it is very long.
    let points = HTML.joined(kept.map { "\(x($0.x)),\(y($0.y)) " as HTML })
    return "<polyline class=\"\(DrawingStyle.line(index))\" points=\"\(points)\"/>"
  }

  private var marking: HTML {
    guard let mark, xRange.contains(mark.x) else { return "" }
    let isLeft = mark.x < (xRange.lowerBound + xRange.upperBound) / 2
    return """
      <line class="mark" x1="\(x(mark.x))" x2="\(x(mark.x))" y1="\(Self.top)" \
      y2="\(Self.height - Self.bottom)"/><text x="\(x(mark.x) + (isLeft ? 5 : -5))" \
      y="\(Self.height - Self.bottom - 8)" text-anchor="\(isLeft ? "start" : "end")">\(mark.text)</text>
      """
  }
}
