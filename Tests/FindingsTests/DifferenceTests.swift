import Findings
import Testing

@Suite("The difference of two reports")
struct DifferenceTests {
  private func report(
    _ metrics: [MetricRecord] = [],
    findings: [Finding] = [],
    count: Int? = nil,
    sha256: String = "00",
    iou: Double = 0.5
  ) -> AuditReport {
    AuditReport(
      tool: .current,
      command: "audit",
      parameters: ["iou": .number(iou)],
      inputs: [
        .init(
          role: "dataset",
          name: "a.json",
          format: "coco",
          detected: "",
          sha256: sha256,
          images: 1,
          annotations: 1,
          categories: 1,
          quarantined: 0
        )
      ],
      metrics: metrics,
      findings: .init(
        total: count ?? findings.count,
        rules: [
          .init(id: "rule", severity: .error, summary: "", count: count ?? findings.count)
        ],
        items: findings
      )
    )
  }

  private func number(
    _ value: Double,
    _ low: Double? = nil,
    _ high: Double? = nil,
    method: String = "wilson-95"
  ) -> MetricRecord {
    var interval: MetricRecord.Interval?
    if let low, let high { interval = .init(low: low, high: high, method: method) }
    return MetricRecord(
      id: "dice",
      slice: .overall,
      outcome: .number(value, n: 70, interval: interval)
    )
  }

  private func finding(_ image: String, id: String = "1") -> Finding {
    Finding(
      rule: "rule",
      severity: .error,
      image: image,
      annotation: id,
      box: [1, 2, 3, 4],
      message: "m"
    )
  }

  @Test("has the interval that Newcombe gives for two independent shares")
  func newcombe() throws {
    // 48 of 80 and 56 of 70 with Wilson's intervals. R. Newcombe, Statistics in Medicine 17, 1998,
    // table II, example (a), method 10: 0.0524 … 0.3339.
    let difference = ReportDifference(
      from: report([number(0.6, 0.49045465, 0.70038172)]),
      to: report([number(0.8, 0.69183356, 0.87695261)])
    )
    let metric = difference.metrics[0]
    let interval = try #require(metric.interval)
    #expect(abs(try #require(metric.change) - 0.2) < 1e-12)
    #expect(abs(interval.low - 0.0524) < 5e-5 && abs(interval.high - 0.3339) < 5e-5, "\(interval)")
    #expect(interval.method == "mover-95" && metric.isClear)
  }

  @Test("has no interval where a number has none, or one of another level")
  func noInterval() {
    for other in [number(0.5), number(0.5, 0.4, 0.6, method: "wilson-90")] {
      let difference = ReportDifference(
        from: report([other]),
        to: report([number(0.9, 0.8, 1.0)])
      )
      #expect(difference.metrics[0].interval == nil && !difference.metrics[0].isClear)
      #expect(difference.metrics[0].change != nil)
    }
  }

  @Test("has no change, rather than one of zero, where a number is missing or undefined")
  func missing() {
    let undefined = MetricRecord(id: "dice", slice: .overall, outcome: .undefined("no pair"))
    let difference = ReportDifference(from: report([undefined]), to: report([number(0.5)]))
    #expect(difference.metrics[0].change == nil && !difference.metrics[0].isUnchanged)
    let gone = ReportDifference(from: report([number(0.5)]), to: report())
    #expect(gone.metrics.count == 1 && gone.metrics[0].after == nil)
    #expect(!gone.metrics[0].isUnchanged)
    let same = ReportDifference(from: report([undefined]), to: report([undefined]))
    #expect(same.metrics[0].isUnchanged)
  }

  @Test("counts equal findings: of three before and one after, two are gone")
  func multisets() {
    let three = ["1", "2", "3"].map { finding("a.png", id: $0) } + [finding("b.png")]
    let rule = ReportDifference(
      from: report(findings: three),
      to: report(findings: [finding("c.png"), finding("a.png", id: "9")])
    ).rules[0]
    #expect(rule.kept == 1...1 && rule.gone == 3...3 && rule.new == 1...1)
    #expect(rule.listedNew.map(\.image) == ["c.png"])
    #expect(rule.listedGone.map(\.image) == ["a.png", "a.png", "b.png"])
    #expect(rule.isNewCertain && rule.isGoneCertain)
  }

  @Test("gives ranges where a report counts more findings than it lists")
  func capped() {
    // Before: 10, of which a and b are listed. After: a, c, d, all listed. One is kept for sure; c and d
    // may be among the 8 that are not listed.
    let rule = ReportDifference(
      from: report(findings: [finding("a"), finding("b")], count: 10),
      to: report(findings: [finding("a"), finding("c"), finding("d")])
    ).rules[0]
    #expect(rule.kept == 1...3 && rule.new == 0...2 && rule.gone == 7...9)
    #expect(!rule.isNewCertain && rule.isGoneCertain)
    #expect(rule.listedGone.map(\.image) == ["b"])
    // Nothing is listed at all: only the counts are known.
    let blind = ReportDifference(from: report(count: 4), to: report(count: 6)).rules[0]
    #expect(blind.kept == 0...4 && blind.new == 2...6 && blind.gone == 0...4)
  }

  @Test("of a report that lists more than it counts still makes sense")
  func inconsistent() {
    let many = [finding("a"), finding("b")]
    let rule = ReportDifference(
      from: report(findings: many, count: 0),
      to: report(findings: many, count: 1)
    ).rules[0]
    #expect(rule.kept == 2...2 && rule.new == 0...0 && rule.gone == 0...0)
  }

  @Test("tells what was asked for or read otherwise")
  func circumstances() {
    let difference = ReportDifference(from: report(), to: report(sha256: "ff", iou: 0.75))
    #expect(
      difference.circumstances == [
        "parameter iou: 0.5, now 0.75",
        "input dataset: a.json (1 images, 1 annotations, 00), now a.json (1 images, 1 annotations, ff)",
      ]
    )
    #expect(!difference.sharesInputs)
    let same = ReportDifference(from: report(), to: report())
    #expect(same.circumstances.isEmpty && same.sharesInputs)
  }
}
