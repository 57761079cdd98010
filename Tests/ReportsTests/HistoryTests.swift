import Findings
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Rendering a history")
struct HistoryTests {
  private func trend(_ values: [Double?], drops: Set<Int> = []) -> Trend {
    Trend(
      metric: "dice",
      slice: .overall,
      points: values.enumerated().map { index, value in
        let standing = Trend.Standing(median: 0.8, z: -4.25, window: 9)
        return Trend.Point(
          run: index + 1,
          recorded: "2026-11-21T09:30:00Z",
          isAccepted: true,
          isRejected: false,
          outcome: value.map { .number($0, n: 9, interval: nil) } ?? .undefined("no pair"),
          judgement: drops.contains(index + 1) ? .drop(standing) : .usual(standing)
        )
      },
      targets: [0.7]
    )
  }

  private func history(_ trend: Trend) -> History {
    let run = RunSummary(
      run: 1,
      recorded: "2026-11-21T09:30:00Z",
      tool: .current,
      command: "compare",
      series: "",
      parameters: "iou=0.5",
      state: .complete,
      note: "",
      verdict: .pass,
      inputs: ["a\u{1b}[31m.json"],
      findings: 1234,
      decision: RunDecision(run: 1, verdict: .accept, person: "Ann <b>", reason: "ok")
    )
    return History(
      name: "q.sqlite",
      runs: [run],
      groups: [.init(group: run.group, runs: 1, trends: [trend])]
    )
  }

  @Test("draws the lowest number as the lowest block, and none as a dot")
  func sparkline() {
    let text = HistoryText(isColoured: false, listed: 20, showsAll: true)
      .text(of: history(trend([0.1, 0.9, nil, 0.5])))
    // Eight heights over 0.1 … 0.9: 0.5 is the middle of it, the fifth block.
    #expect(text.contains("dice  ▁█·▅  0.500"), "\(text)")
    #expect(text.contains("as usual: z -4.3, median 0.800 of 9 accepted"))
    #expect(!text.contains("\u{1b}"))
    #expect(text.contains("accepted by Ann <b>: ok") && text.contains("1,234"))
  }

  @Test("has a drop in red on the terminal and first on the page")
  func drops() throws {
    let dropped = history(trend([0.8, 0.4], drops: [2]))
    let text = HistoryText(isColoured: true, listed: 20, showsAll: false).text(of: dropped)
    #expect(
      text.contains("\u{1b}[31mdice  █▁  0.400    drop: z -4.3, median 0.800 of 9"),
      "\(text)"
    )
    let page = HistoryPage().text(of: dropped)
    let first = try #require(page.range(of: "Drops in the last runs"))
    let runs = try #require(page.range(of: "<h2>Runs</h2>"))
    #expect(first.lowerBound < runs.lowerBound)
    #expect(page.contains("aria-label=\"dice over 2 runs: 0.400 in run 2; drops in runs 2\""))
    #expect(page.contains("Ann &lt;b&gt;") && page.contains("target 0.700"))
  }

  @Test("is tables with the columns that the documentation lists, and no formula")
  func tables() throws {
    var history = history(trend([0.1, nil], drops: [1]))
    history.runs[0].series = "=1+1"
    let folder = try TemporaryFolder()
    for table in HistoryCSV().tables(of: history) { try folder.write(table.fileName, table.text) }
    let result = try ProjectScript.run("check-tables", [folder.path])
    #expect(result.status == 0)
    let read = try JSONDecoder().decode([String: [[String]]].self, from: result.output)
    #expect(try DocumentedTables.columns(in: "History.md") == read.mapValues { $0[0] })
    let runs = try #require(read["runs.csv"])
    #expect(runs.count == 2 && runs[1][5] == "'=1+1")
    #expect(
      Array(runs[1][9...]) == ["pass", "1234", "a\u{1b}[31m.json", "accept", "Ann <b>", "ok"]
    )
    let trends = try #require(read["trends.csv"])
    let places = Dictionary(uniqueKeysWithValues: zip(trends[0], trends[0].indices))
    func cells(_ row: Int, _ names: String...) -> [String] {
      names.compactMap { places[$0].map { trends[row][$0] } }
    }
    #expect(trends.count == 3)
    #expect(
      cells(1, "metric", "run", "value", "n", "drop", "z", "window_median", "window_runs")
        == ["dice", "1", "0.1", "9", "yes", "-4.25", "0.8", "9"]
    )
    // Undefined is an empty cell with its reason, not zero.
    #expect(cells(2, "value", "n", "undefined", "not_judged") == ["", "", "no pair", ""])
  }

  @Test("puts the main numbers first, names those without any value, and tells earlier drops")
  func order() {
    var history = history(trend([0.8, 0.4, 0.8], drops: [2]))
    var (other, none) = (history.groups[0].trends[0], history.groups[0].trends[0])
    other.metric = "absorbed"
    none.metric = "tau-star"
    for index in none.points.indices { none.points[index].outcome = .undefined("no curve") }
    history.groups[0].trends = [other, none] + history.groups[0].trends
    let page = HistoryPage().text(of: history)
    let headings = page.components(separatedBy: "<figure><h3>").dropFirst()
    #expect(headings.map { String($0.prefix { $0 != "<" }) } == ["dice", "absorbed"])
    #expect(page.contains("Without a value in any run: tau-star."))
    #expect(page.contains("of 9 accepted; earlier drops: in run 2</figcaption>"))
    let text = HistoryText(isColoured: false, listed: 20, showsAll: true).text(of: history)
    #expect(text.contains("earlier drops: in run 2"), "\(text)")
  }

  @Test("page draws the last 200 runs, and says so")
  func manyRuns() {
    var history = history(trend(Array(repeating: 0.5, count: 1000)))
    history.groups[0].runs = 1000
    let page = HistoryPage().text(of: history)
    #expect(page.components(separatedBy: "<circle").count - 1 == 200)
    #expect(page.contains("The last 200 runs are drawn."))
    #expect(page.contains("dice over 200 runs: 0.500 in run 1000"))
  }

  @Test("keeps what can be checked of accessibility")
  func accessible() {
    let page = HistoryPage().text(of: history(trend([0.8, nil, 0.4], drops: [3])))
    let breaches = PageChecklist.breaches(in: PageOutline(page))
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test(
    "draws one run, equal runs and large numbers",
    arguments: [[3.0], [0.5, 0.5], [1e15, -4e6]]
  )
  func corners(values: [Double]) {
    let page = HistoryPage().text(of: history(trend(values)))
    #expect(page.components(separatedBy: "<svg").count == 2)
    #expect(!page.contains("nan") && !page.contains("inf\""))
  }
}
