import Findings

/// How the size that annotators draw moves from one stretch of their objects to the next.
struct DriftFigure {
  /// More lines than this cannot be told apart.
  private static let drawn = 2

  /// Empty where nobody drew enough objects for two stretches.
  func html(_ annotators: [String], _ page: ReportPage) -> HTML {
    let series = annotators.compactMap { name -> LineChart.Series? in
      let points = points(of: name, page)
      return points.count > 1
        ? LineChart.Series(name: page.name(name), style: "series-a", points: points) : nil
    }
    // Those that move most; equal ones as the report has them.
    let order = series.indices.sorted { (reach(series[$1]), $0) < (reach(series[$0]), $1) }
    let shown = zip(order.prefix(Self.drawn), ["series-a", "series-b"] as [HTML]).map {
      var line = series[$0]
      line.style = $1
      return line
    }
    let ends: [Double] =
      [0]
      + shown.flatMap(\.points).flatMap { point in [point.low ?? point.y, point.high ?? point.y] }
    guard !shown.isEmpty, let low = ends.min(), let high = ends.max(), low < high else { return "" }
    let chart = LineChart(
      title: "area drawn against the reference over an annotator's objects",
      horizontal: "objects in the order of their ids",
      range: (low, high),
      series: shown,
      marks: [0]
    )
    return """
      <figure>\(chart.svg)<figcaption class="quiet">Area drawn against the reference, as a share, by \
      stretches of an annotator's objects\(series.count > shown.count ? "; the two that move most" : ""). \
      Bands are 95 % intervals.</figcaption></figure>
      """
  }

  private func points(of annotator: String, _ page: ReportPage) -> [LineChart.Point] {
    page.report.metrics.compactMap { record in
      guard record.id == "tightness-bias-window", record.slice[.annotator] == annotator,
        record.slice.values.count == 2, let bias = record.value,
        let end = record.slice[.window]?.split(separator: "–").last.flatMap({ Double($0) })
      else { return nil }
      return LineChart.Point(
        x: end,
        y: Tightness.area(bias),
        low: record.interval.map { Tightness.area($0.low) },
        high: record.interval.map { Tightness.area($0.high) }
      )
    }
  }

  private func reach(_ series: LineChart.Series) -> Double {
    let values = series.points.map(\.y)
    return (values.max() ?? 0) - (values.min() ?? 0)
  }
}
