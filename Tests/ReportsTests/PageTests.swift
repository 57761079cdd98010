import Findings
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("The page")
struct PageTests {
  private static let pages: [(name: String, text: String)] = [
    ("comparison", HTMLReport().text(of: SampleReport.comparison())),
    ("panel", HTMLReport().text(of: SampleReport.panel())),
    ("audit", HTMLReport().text(of: SampleReport.audit())),
    ("nothing", HTMLReport().text(of: SampleReport.nothing())),
  ]

  @Test("keeps what can be checked of accessibility", arguments: pages.indices)
  func accessible(index: Int) {
    let page = Self.pages[index]
    let breaches = PageChecklist.breaches(in: PageOutline(page.text))
    #expect(breaches.isEmpty, "\(page.name): \(breaches.prefix(5))")
  }

  @Test(
    "is found wanting by the check list where something is missing",
    arguments: [
      ("<h2", "<h4"), ("scope=\"col\"", "scope=\"row\""), ("role=\"img\"", ""),
      (" lang=\"en\"", ""),
      ("tabindex=\"0\"", ""), ("</tbody>", ""), ("id=\"agreement\"", "id=\"delivered\""),
      ("<caption>", ""), ("href=\"#", "href=\"#x"),
    ]
  )
  func checklist(text: String, replacement: String) throws {
    let page = Self.pages[0].text
    let place = try #require(page.range(of: text))
    let broken = page.replacingCharacters(in: place, with: replacement)
    #expect(!PageChecklist.breaches(in: PageOutline(broken)).isEmpty)
  }

  /// WCAG 2.2: 4.5 for text (1.4.3), 3 for what a drawing is made of (1.4.11).
  @Test("has colours that are told from their ground in both schemes")
  func contrast() throws {
    let blocks = PageStyle.css.markup.components(separatedBy: ":root")
    #expect(blocks.count == 3)
    for block in blocks.dropFirst() {
      let colours = try Colours(block)
      for ground in ["paper", "wash"] {
        for text in ["ink", "quiet", "accent", "good", "bad", "warn"] {
          let contrast = try colours.contrast(text, ground)
          #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
        }
      }
      // The shaded half of a distribution has an outline, which counts.
      #expect(try colours.contrast("accent", "accent-soft") >= 3)
    }
  }

  @Test("computes the contrast of black and white as 21, of a grey as WebAIM does")
  func contrastOfKnown() throws {
    let colours = try Colours("--a: #000000; --b: #ffffff; --c: #767676;")
    #expect(abs(try colours.contrast("a", "b") - 21) < 1e-9)
    // #767676 is the lightest grey that passes on white: 4.54.
    #expect(abs(try colours.contrast("c", "b") - 4.54) < 0.005)
  }

  @Test("lets its own script run and no other")
  func scriptDigest() throws {
    let page = Self.pages[0].text
    let script = try #require(PageOutline(page).all("script").first).text
    let folder = try TemporaryFolder()
    let path = try folder.write("script.js", script)
    let result = try ProjectScript.run("digest-script", [path])
    let digest = String(decoding: result.output, as: UTF8.self)
    #expect(digest.hasPrefix("sha256-") && digest.count > 45)
    #expect(page.contains("script-src '\(digest)'"), "PageScript.digest should be \(digest)")
    let policy = page.components(separatedBy: "script-src ")[1].prefix { $0 != "\"" }
    #expect(!policy.contains("unsafe"))
  }

  @Test("cuts a text of a user, but no list or line of its own")
  func cuts() {
    let page = Self.pages[0].text
    // 10,000 characters stand in an input's name and a message.
    #expect(page.utf8.count < 60_000, "\(page.utf8.count)")
    let many = (0..<400).map { Trend.Point.complete(run: $0, value: Double($0 % 7)) }
    let chart = TrendChart(
      trend: Trend(metric: "dice", slice: .overall, points: many, targets: [])
    ).svg.markup
    let points = chart.components(separatedBy: "points=\"").last?.prefix { $0 != "\"" } ?? ""
    #expect(points.split(separator: " ").count == 400)
  }

  @Test("stays below 5 MB, whatever the names and however many there are, and counts exactly")
  func large() {
    let name = String(repeating: "\"&<", count: 200)
    var report = SampleReport.comparison()
    report.metrics += (0..<5000).map {
      MetricRecord(
        id: "dice",
        slice: SliceLabel([.category: "\($0)\(name)"]),
        outcome: .number(0.5, n: 40, interval: nil)
      )
    }
    let rules = (0..<60).map { "rule-\($0)" }
    report.findings.total = 1_000_000
    report.findings.rules = rules.map {
      .init(id: $0, severity: .error, summary: name, count: 16_667)
    }
    report.findings.items = rules.flatMap { rule in
      (0..<60).map { index in
        Finding(
          rule: rule,
          severity: .error,
          image: "\(index)\(name)",
          annotation: name,
          category: name,
          box: [1, 2, 3, 4],
          place: Place(file: name, line: 1, column: 1, pointer: name),
          message: name
        )
      }
    }
    let page = HTMLReport().text(of: report)
    #expect(page.utf8.count < 5_000_000, "\(page.utf8.count)")
    #expect(page.contains("1,000,000 findings") && page.contains("The first 300 of 5,002 rows"))
    // Every rule shows some of its findings.
    #expect(page.components(separatedBy: "of 16,667 stand here").count == 61)
    #expect(!page.contains("The first 0 of"))
  }

  @Test("links to the tables only where they are")
  func tables() {
    let report = SampleReport.comparison()
    #expect(HTMLReport(tables: "").text(of: report).contains("href=\"findings.csv\""))
    #expect(HTMLReport(tables: "t&c/").text(of: report).contains("href=\"t&amp;c/findings.csv\""))
    let alone = HTMLReport(tables: nil).text(of: report)
    #expect(!alone.contains(".csv\"") && alone.contains("<code>--csv</code>"))
  }
}

extension Trend.Point {
  fileprivate static func complete(run: Int, value: Double) -> Trend.Point {
    Trend.Point(
      run: run,
      recorded: "2026-11-21T09:30:00Z",
      isAccepted: true,
      isRejected: false,
      outcome: .number(value, n: 9, interval: nil),
      judgement: .usual(Trend.Standing(median: 0.8, z: 0, window: 9))
    )
  }
}

/// Named colours of a style sheet.
private struct Colours {
  private var luminances: [String: Double] = [:]

  struct Unknown: Error { var name: String }

  init(_ css: String) throws {
    for match in css.matches(of: /--([a-z-]+): #([0-9a-f]{6})/) {
      let bytes = stride(from: 0, to: 6, by: 2).compactMap { start in
        UInt8(match.2.dropFirst(start).prefix(2), radix: 16)
      }
      // WCAG 2.2, relative luminance.
      let linear = bytes.map { byte in
        let share = Double(byte) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      luminances[String(match.1)] = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
  }

  func contrast(_ one: String, _ other: String) throws -> Double {
    guard let a = luminances[one], let b = luminances[other] else {
      throw Unknown(name: luminances[one] == nil ? one : other)
    }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
