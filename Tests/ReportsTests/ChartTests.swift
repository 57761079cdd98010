import Findings
import Foundation
import TestSupport
import Testing

@testable import Reports

/// `Fixtures/charts` holds every chart as it was last looked at; `RECORD=1 swift test` writes it again.
@Suite("Charts")
struct ChartTests {
  static let charts: [(name: String, svg: HTML)] = [
    ("line", LineChart.sample(points: 10)), ("line-of-one-point", LineChart.sample(points: 1)),
    ("iou-distribution", IoUDistributionChart(index(n: 30)).svg([:])),
    ("iou-distribution-of-few", IoUDistributionChart(index(n: 3)).svg([:])),
    ("iou-axis", IoUDistributionChart.axis),
    ("share", ShareBar.svg(record(0.25, low: 0.125, high: 0.5))),
    ("interval", IntervalBar.svg(value: 0.6, low: 0.5, high: 1.2, target: 0.7)),
    ("interval-without-interval", IntervalBar.svg(value: 1, low: nil, high: nil, target: nil)),
    ("outcome", OutcomeBar(same: 60, otherCategory: 1, onlyA: 20, onlyB: 19).svg),
    ("outcome-legend", OutcomeBar.legend),
    ("tightness", TightnessChart(annotators: annotators).svg),
    ("offsets", OffsetDrawing(name: "A", offsets: [0.04, -0.02, 0, 0.1], exaggeration: 2).svg),
    ("box", BoxDrawing.svg(finding(box: [60, 20, 30, 20], image: (120, 80)))),
    ("box-small", BoxDrawing.svg(finding(box: [600, 200, 3, 0], image: (1200, 800)))),
    ("box-outside", BoxDrawing.svg(finding(box: [-20, 60, -30, 40], image: (120, 80)))),
    (
      "box-and-other",
      BoxDrawing.svg(
        finding(box: [60, 20, 30, 20], image: (640, 480), others: [[62, 22, 30, 24]])
      )
    ),
    (
      "box-and-others",
      BoxDrawing.svg(
        finding(
          box: [60, 20, 30, 20],
          image: (640, 480),
          others: [[62, 22, 30, 24], [58, 18, 40, 20], [61, 21, 29, 19]]
        )
      )
    ),
    ("box-without-image", BoxDrawing.svg(finding(box: [5, 5, 10, 10], image: nil))),
    ("trend", TrendChart(trend: trend).svg),
  ]

  @Test("are drawn as they were looked at", arguments: charts.indices)
  func golden(index: Int) throws {
    let (name, svg) = Self.charts[index]
    let file = SharedData.projectRoot.appending(path: "Fixtures/charts/\(name).svg")
    // So that the file can be opened by itself.
    let text =
      svg.markup.replacing("<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    #expect(text == stored, "\(name) is drawn differently; look at it, then run with RECORD=1")
  }

  @Test("are all that the folder holds")
  func complete() throws {
    let folder = SharedData.projectRoot.appending(path: "Fixtures/charts").path(
      percentEncoded: false
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == Self.charts.map { "\($0.name).svg" }.sorted())
  }

  @Test("have finite positions only, whatever a report holds")
  func hostileNumbers() {
    let huge = Double.greatestFiniteMagnitude
    let charts: [HTML] = [
      BoxDrawing.svg(Self.finding(box: [-huge, huge, huge, huge], image: (huge, huge))),
      BoxDrawing.svg(
        Self.finding(box: [0, 0, 1, 1], image: (0, 0), others: [[huge, -huge, huge, 0]])
      ),
      ShareBar.svg(Self.record(1e300, low: -huge, high: huge)),
      IntervalBar.svg(value: huge, low: nil, high: nil, target: 0.5),
      IntervalBar.svg(value: 0.5, low: -huge, high: huge, target: 0.5),
      OutcomeBar(same: .max / 4, otherCategory: 0, onlyA: .max / 4, onlyB: 1).svg,
      // Shares are written as percents, which the largest number has none of.
      TightnessChart(annotators: [
        .init(name: "a", bias: 1e300, low: -1e300, high: 1e300, spread: 1e300)
      ]).svg,
      OffsetDrawing(name: "a", offsets: [1e300, -1e300, 0, 0], exaggeration: 50).svg,
      TrendChart(trend: Self.trend(of: [huge, -huge])).svg,
    ]
    for (index, chart) in charts.enumerated() {
      #expect(
        !chart.markup.contains("nan") && !chart.markup.contains("inf"),
        "\(index): \(chart.markup)"
      )
    }
  }

  @Test(
    "have round ticks in their domain",
    arguments: [(0.0, 1.0), (-0.25, 1), (3, 8000), (0, 0.004)]
  )
  func ticks(low: Double, high: Double) throws {
    let ticks = LinearScale(low, high, from: 0, to: 100).ticks(about: 5)
    #expect((3...11).contains(ticks.count))
    #expect(ticks.allSatisfy { $0.value >= low - 1e-12 && $0.value <= high + 1e-12 })
    // What is printed is what is meant.
    for tick in ticks {
      let read = try #require(Double(tick.text.replacing(",", with: "")))
      #expect(abs(read - tick.value) < 1e-9 * max(1, abs(high)))
    }
  }

  // MARK: What is drawn

  private static func record(
    _ value: Double,
    low: Double,
    high: Double,
    id: String = "x"
  ) -> MetricRecord {
    MetricRecord(
      id: id,
      slice: .overall,
      outcome: .number(value, n: 30, interval: .init(low: low, high: high, method: "wilson-95"))
    )
  }

  private static func index(n: Int) -> ReportIndex {
    var report = SampleReport.nothing()
    let values = [
      ("iou-p05", 0.25), ("iou-p25", 0.6), ("iou-median", 0.7), ("iou-p75", 0.8), ("iou-p90", 0.95),
    ]
    report.metrics = values.map {
      MetricRecord(id: $0, slice: .overall, outcome: .number($1, n: n, interval: nil))
    }
    return ReportIndex(report)
  }

  private static let annotators: [TightnessChart.Annotator] = [
    .init(name: "A", bias: -0.19, low: -0.2, high: -0.18, spread: 0.05),
    .init(name: "B", bias: 0.237, low: 0.222, high: 0.252, spread: 0.08),
    .init(name: "<c>", bias: 0, low: nil, high: nil, spread: 0),
  ]

  private static func finding(
    box: [Double],
    image: (Double, Double)?,
    others: [[Double]] = []
  ) -> Finding {
    var evidence = Finding.evidence(otherBoxes: others)
    if let image { (evidence["image-width"], evidence["image-height"]) = image }
    return Finding(rule: "r", severity: .info, box: box, message: "", evidence: evidence)
  }

  private static var trend: Trend { trend(of: [0.8, 0.82, 0.79, nil, 0.81, 0.5]) }

  private static func trend(of values: [Double?]) -> Trend {
    let standing = Trend.Standing(median: 0.8, z: -9, window: 5)
    return Trend(
      metric: "dice",
      slice: .overall,
      points: values.enumerated().map { index, value in
        Trend.Point(
          run: index + 1,
          recorded: "2026-11-21T09:30:00Z",
          isAccepted: index != 1,
          isRejected: false,
          outcome: value.map {
            .number($0, n: 9, interval: .init(low: $0, high: $0, method: "wilson-95"))
          } ?? .undefined("no pair"),
          judgement: index == values.count - 1 ? .drop(standing) : .usual(standing)
        )
      },
      targets: [0.7]
    )
  }
}

extension LineChart {
  fileprivate static func sample(points: Int) -> HTML {
    func series(_ name: String, _ style: HTML, from start: Double) -> Series {
      Series(
        name: name,
        style: style,
        points: (0..<points).map { index in
          let (x, y) = (0.3 + 0.07 * Double(index), start - 0.01 * Double(index * index))
          return Point(x: x, y: y, low: y - 0.05, high: y + 0.05)
        }
      )
    }
    return LineChart(
      title: "agreement",
      horizontal: "τ",
      range: (-0.25, 1),
      series: [series("dice", "series-a", from: 0.8), series("α", "series-b", from: 0.79)],
      marks: [0.7]
    ).svg
  }
}
