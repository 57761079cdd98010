import Findings

/// Agreement over the IoU threshold.
struct CurveSection: PageSection {
  private static let lines: [(id: String, name: String, style: HTML)] = [
    ("dice", "dice", "series-a"), ("alpha", "α", "series-b"),
  ]

  func part(of page: ReportPage) -> PagePart? {
    let index = page.index
    let thresholds = page.report.metrics.filter { $0.id == "alpha" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.iou] }
    guard thresholds.count > 1 else { return nil }
    let lowest = thresholds.compactMap { index.value("alpha", [.iou: $0]) }.min() ?? 0
    let chart = LineChart(
      title: "agreement over the IoU threshold τ",
      horizontal: "IoU threshold τ",
      range: (min(0, (lowest * 4).rounded(.down) / 4), 1),
      series: Self.lines.map { line in
        LineChart.Series(
          name: line.name,
          style: line.style,
          points: thresholds.compactMap { threshold in
            guard let x = Double(threshold), let record = index(line.id, [.iou: threshold]),
              let y = record.value
            else { return nil }
            return LineChart.Point(
              x: x,
              y: y,
              low: record.interval?.low,
              high: record.interval?.high
            )
          }
        )
      },
      marks: [0.7]
    )
    let rows = thresholds.map { threshold -> HTML in
      let slice: [SliceKey: String] = [.iou: threshold]
      return """
        <tr><th scope="row" class="n">\(threshold)</th>\(Cells.number(index("dice", slice)))\
        \(Cells.number(index("alpha", slice)))\
        <td class="n">\(index.value("cohen-kappa", slice).map { NumberText.fixed($0) } ?? "–")</td></tr>
        """
    }
    let head = Cells.header([
      ("τ", true), ("Dice", true), ("Interval", true), ("n", true), ("α", true),
      ("Interval", true), ("n", true), ("κ", true),
    ])
    return PagePart(
      id: "curve",
      title: "Agreement over the IoU threshold",
      body: """
        <p>\(star(index))Where the lines fall early, objects are missed or named differently; where they \
        fall late, boxes are loose. Bands are 95 % intervals; the broken line is 0.70.</p>
        <figure>\(chart.svg)</figure>
        <details><summary>The numbers of the curve</summary>\
        \(Cells.table("Agreement at each threshold", head, rows))</details>
        """
    )
  }

  private func star(_ index: ReportIndex) -> String {
    guard let star = index.value("tau-star"), let separation = index.value("tau-star-separation")
    else { return "" }
    return "Boxes of one object are best told from boxes that overlap by chance at τ* = "
      + "\(NumberText.rounded(star, decimals: 2)) (separation "
      + "\(NumberText.rounded(separation, decimals: 2)) of 1). "
  }
}
