import Findings
import Foundation
import Reports
import Testing

@Suite("Rendering what labels cost")
struct CostReportTests {
  private static let hostile = "<b>crowd</b>\u{1b}[2J"

  private func report() -> AuditReport {
    func number(
      _ id: String,
      _ value: Double,
      _ interval: MetricRecord.Interval? = nil
    )
      -> MetricRecord
    {
      MetricRecord(id: id, slice: .overall, outcome: .number(value, n: 1000, interval: interval))
    }
    return AuditReport(
      tool: .current,
      command: "cost",
      parameters: ["labels": .number(1000)],
      inputs: [],
      metrics: [
        number("cost-direct", 100), number("cost-rework", 20.5),
        MetricRecord(id: "cost-qa", slice: .overall, outcome: .undefined("nothing was said")),
        number("cost-total", 120.5, .init(low: 110, high: 140, method: "wilson-95")),
        number("uplift-over-price", 0.205, .init(low: 0.1, high: 0.4, method: "wilson-95")),
      ],
      cost: CostSummary(
        currency: "EUR",
        scenarios: [
          .init(
            name: Self.hostile,
            source: Self.hostile,
            assumptions: [
              .init(
                id: "defect-rate",
                summary: "share",
                value: 0.2,
                low: 0.1,
                high: 0.3,
                measured: Self.hostile
              )
            ],
            rounds: [20, 0.5],
            sensitivities: [
              .init(id: "defect-rate", low: 0.1, high: 0.3, totalAtLow: 110, totalAtHigh: nil),
              .init(id: "price", low: 1, high: 2, totalAtLow: 100, totalAtHigh: 130),
            ],
            frames: [.init(objectsPerFrame: 2, objectPrice: 0.25)],
            notes: [Self.hostile]
          )
        ]
      ),
      findings: .init(total: 0, rules: [], items: [])
    )
  }

  @Test("as JSON reads back as the same report")
  func roundTrip() throws {
    let text = JSONReport().text(of: report())
    #expect(try JSONDecoder().decode(AuditReport.self, from: Data(text.utf8)) == report())
    #expect(!text.contains("null"))
  }

  @Test("as CSV has numbers, what they rest on, and what moves the total")
  func table() {
    let lines = CostCSV().text(of: report()).components(separatedBy: "\r\n")
    // The name of the scenario is no formula; the escape stays what it is.
    let name = Self.hostile
    #expect(lines[1] == "\(name),result,cost-direct,Price of the labels,100,,,,,")
    #expect(lines[2] == "\(name),result,cost-qa,Quality control,,,,,,nothing was said")
    #expect(lines.contains("\(name),result,cost-total,Total,120.5,110,140,,,"))
    #expect(lines.contains("\(name),assumption,defect-rate,share,0.2,0.1,0.3,,,measured: \(name)"))
    #expect(lines.contains("\(name),sensitivity,defect-rate,what moves the total,,0.1,0.3,110,,"))
    #expect(lines.contains("\(name),sensitivity,price,what moves the total,,1,2,100,130,"))
    #expect(CostCSV().text(of: SampleReport.nothing()).components(separatedBy: "\r\n").count == 2)
  }

  @Test("as HTML draws a waterfall with its range, and keeps every text a text")
  func html() {
    let page = HTMLReport().text(of: report())
    #expect(page.contains("Price 100.00, Rework 20.50, Total 120.50"))
    // The scale ends at 140: 104 + 244 · 110/140 = 295.71, and 348 for 140.
    #expect(page.contains(#"<line class="range" x1="295.71" x2="348""#))
    #expect(page.contains("10.0 % … 40.0 %"))
    #expect(page.contains("nothing was said"))
    #expect(page.contains("110.00 … no estimate"))
    #expect(!page.contains("<b>crowd"))
    #expect(page.contains("measured: &lt;b&gt;crowd"))
    #expect(!page.contains("Findings") && !page.contains("What was delivered"))
  }

  @Test("for the terminal shows ranges, and no control character of a user's text")
  func text() {
    let text = SummaryText(isColoured: false, files: []).text(of: report())
    for part in [
      "what 1,000 labels cost, in EUR", "120.50 (110.00 … 140.00)", "cost-qa",
      "corrections: 20 + 0.50", "0.2500 in frames of 2", "110.00 … no estimate",
    ] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(!text.contains("\u{1b}"))
    #expect(!text.contains("no finding"))
  }
}
