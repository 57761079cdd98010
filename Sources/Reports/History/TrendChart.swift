import Findings

/// One number over the runs of a ledger: a dot a run, its interval, the targets of the policy.
struct TrendChart {
  private let trend: Trend
  /// The numbers that are drawn, with some room.
  private let scale: LinearScale

  private static let (width, height) = (640.0, 220.0)
  private static let (left, right, top, bottom) = (48.0, 12.0, 14.0, 34.0)

  init(trend: Trend) {
    self.trend = trend
    let values =
      trend.points.flatMap { point in
        [point.value, point.interval?.low, point.interval?.high].compactMap { $0 }
      } + trend.targets
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = (high / 8 - low / 8) * 0.64
    scale = LinearScale(low - room, high + room, from: Self.height - Self.bottom, to: Self.top)
  }

  /// Empty where no run has the number.
  var svg: HTML {
    let shown = trend.points.filter { $0.value != nil }
    guard let last = shown.last, let value = last.value else { return "" }
    let drops = shown.filter(\.judgement.isDrop).map { String($0.run) }
    let text =
      "\(trend.metric) over \(NumberText.counted(shown.count, "run")): "
      + "\(NumberText.rounded(value)) in run \(last.run); "
      + (drops.isEmpty ? "no drop" : "drops in runs \(drops.joined(separator: ", "))")
    return Drawing.svg(
      width: Self.width,
      height: Self.height,
      text: text,
      grid + targets + line(shown) + HTML.joined(shown.map(dot))
    )
  }

  private func x(_ run: Int) -> Double {
    let (first, last) = (trend.points.first?.run ?? 0, trend.points.last?.run ?? 1)
    let (left, right) = (Self.left + 6, Self.width - Self.right - 6)
    return LinearScale(Double(first), Double(last), from: left, to: right)(Double(run))
  }

  private func y(_ value: Double) -> Double { scale(value) }

  private var grid: HTML {
    let rows = scale.ticks(about: 4).map { tick -> HTML in
      """
      \(Drawing.horizontal("axis", y: y(tick.value), from: Self.left, to: Self.width - Self.right))\
      <text x="\(Self.left - 6)" y="\(y(tick.value) + 3)" text-anchor="end">\(tick.text)</text>
      """
    }
    // At most about ten numbers of runs, the last one always.
    let step = max(1, trend.points.count / 10)
    let columns = trend.points.reversed().enumerated().filter { $0.offset % step == 0 }.map {
      "<text x=\"\(x($0.element.run))\" y=\"\(Self.height - 16)\" text-anchor=\"middle\">"
        + "\($0.element.run)</text>" as HTML
    }
    return HTML.joined(rows + columns)
      + """
      <text x="\(Self.width - Self.right)" y="\(Self.height - 3)" text-anchor="end">run</text>
      """
  }

  private var targets: HTML {
    HTML.joined(
      trend.targets.map {
        """
        <line class="mark" x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(y($0))" \
        y2="\(y($0))"/><text x="\(Self.width - Self.right)" y="\(y($0) - 4)" text-anchor="end">\
        target \(NumberText.rounded($0))</text>
        """
      }
    )
  }

  private func line(_ points: [Trend.Point]) -> HTML {
    let positions = points.compactMap { point in
      point.value.map { (x: x(point.run), y: y($0)) }
    }
    return "<polyline class=\"line series-a\" points=\"\(Drawing.points(positions))\"/>"
  }

  /// A full dot for an accepted run, a hollow one for others, a cross for a drop.
  private func dot(_ point: Trend.Point) -> HTML {
    guard let value = point.value else { return "" }
    let (x, y) = (x(point.run), y(value))
    var html: HTML = ""
    if let interval = point.interval {
      html = """
        <line class="whisker" x1="\(x)" x2="\(x)" y1="\(self.y(interval.low))" \
        y2="\(self.y(interval.high))"/>
        """
    }
    if point.judgement.isDrop {
      return html
        + """
        <path class="drop" d="M\(x - 5) \(y - 5)L\(x + 5) \(y + 5)M\(x - 5) \(y + 5)L\(x + 5) \(y - 5)"/>
        """
    }
    let style = point.isAccepted ? "dot full" : "dot hollow"
    return html + "<circle class=\"\(style)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
  }
}
