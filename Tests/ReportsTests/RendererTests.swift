import Findings
import Foundation
import Reports
import Testing

@Suite("Rendering a report")
struct RendererTests {
  private let report = SampleReport.comparison()

  @Test("as JSON reads back as the same report")
  func jsonRoundTrip() throws {
    let text = JSONReport().text(of: report)
    let read = try JSONDecoder().decode(AuditReport.self, from: Data(text.utf8))
    #expect(read == report)
  }

  @Test("as JSON has the schema first, no null, and the shortest numbers")
  func jsonForm() throws {
    let text = JSONReport().text(of: report)
    #expect(text.hasPrefix("{\n  \"schema\": \"assay-report/1\","))
    #expect(!text.contains("null") && !text.contains("nan"))
    #expect(text.contains(#""value": 0.3333333333333333, "n": 60"#))
    #expect(text.contains(#""value": 32, "n": 37"#))
  }

  @Test("as JSON without findings, confusion and gate is still JSON")
  func jsonOfLittle() throws {
    let little = AuditReport(
      tool: .current,
      command: "audit",
      parameters: [:],
      inputs: [],
      metrics: [],
      findings: .init(total: 0, rules: [], items: [])
    )
    let text = JSONReport().text(of: little)
    #expect(try JSONDecoder().decode(AuditReport.self, from: Data(text.utf8)) == little)
  }

  @Test("as HTML keeps every text of a user a text")
  func htmlEscapes() throws {
    let page = HTMLReport().text(of: report)
    // The page's own script, and no other.
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("\u{202e}"))
    #expect(!page.contains(String(repeating: "x", count: 600)))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    // Markup of the page itself is never escaped, nor is a Swift value printed.
    #expect(!page.contains("HTML(markup"))
    let foreign = page.components(separatedBy: "&lt;").dropFirst()
    for text in foreign {
      let isUsers = ["script&gt;", "/script&gt;", "1&gt;"].contains { text.hasPrefix($0) }
      #expect(isUsers, "\(text.prefix(40))")
    }
    #expect(page.contains("rater &lt;1&gt;.json"))
  }

  @Test("as HTML loads nothing, names its drawings, and closes what it opens")
  func htmlForm() throws {
    let page = HTMLReport().text(of: report)
    for loading in [
      "src=", "url(", "@import", "http://", "https://", "onload", "fetch(", "import(",
    ] {
      #expect(!page.contains(loading), "\(loading)")
    }
    for link in page.components(separatedBy: "href=\"").dropFirst() {
      #expect(
        link.hasPrefix("#") || link.prefix { $0 != "\"" }.hasSuffix(".csv"),
        "\(link.prefix(40))"
      )
    }
    for drawing in page.components(separatedBy: "<svg").dropFirst() {
      let tag = drawing.prefix { $0 != ">" }
      #expect(tag.contains("role=\"img\" aria-label=") || tag.contains("aria-hidden"), "\(tag)")
    }
    for element in ["section", "table", "tr", "td", "th", "details", "svg", "div", "p", "ul", "li"]
    {
      let opened =
        page.components(separatedBy: "<\(element)>").count
        + page.components(separatedBy: "<\(element) ").count - 2
      let closed = page.components(separatedBy: "</\(element)>").count - 1
      #expect(opened == closed, "\(element): \(opened) opened, \(closed) closed")
    }
  }

  @Test("as HTML shows the verdict before anything else, and the counts that are not listed")
  func htmlOrder() throws {
    let page = HTMLReport().text(of: report)
    let verdict = try #require(page.range(of: "verdict is-fail"))
    let delivered = try #require(page.range(of: "What was delivered"))
    #expect(verdict.lowerBound < delivered.lowerBound)
    #expect(page.contains("The first 1 of 1,234 stand"))
    #expect(page.contains("images unpaired a: 3"))
  }

  @Test("as CSV quotes what needs it and lets no text become a formula")
  func csv() {
    let table = FindingsCSV().text(of: report)
    let lines = table.components(separatedBy: "\r\n")
    #expect(
      lines[0].hasPrefix("rule,severity,image,annotation,category,x,y,width,height,file,line")
    )
    #expect(table.contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(table.contains(",'-7,"))
    #expect(table.contains(",-5.5,2,0,12,\"a,b.json\",3,4,"))
  }

  @Test("as CSV gives each metric its slices, or the reason why it has no value")
  func metricsCSV() {
    let lines = MetricsCSV().text(of: report).components(separatedBy: "\r\n")
    #expect(
      lines[0]
        == "metric,annotator,attribute,categories,category,cohort,complexity,crowding,iou,keypoint,pair,rule,"
        + "scenario,scene,size,split,visibility,window,value,n,low,high,interval,undefined"
    )
    #expect(lines[1] == "dice,,,,,,,,,,,,,,,,,,0.75,80,0.65,0.85,wilson-95,")
    #expect(lines[4] == "cohen-kappa,,,,,,,,,,,,,,,,,,,,,,,only <script>alert(1)</script>")
    #expect(lines.filter { !$0.isEmpty }.count == report.metrics.count + 1)
  }

  @Test("as CSV has an empty cell where a side has no object")
  func confusionCSV() {
    let lines = ConfusionCSV().text(of: report).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "a,b,count", "cat,cat,30", "cat,<script>alert(1)</script>,2", ",cat,4", "cat,,1", "",
      ]
    )
  }

  @Test("for the terminal says what was read, what fell short and where the report lies")
  func summary() {
    let text = SummaryText(isColoured: false, files: ["out/report.html"]).text(of: report)
    for part in [
      "12 images, 40 annotations, 3 categories, 2 records unusable", "images-unpaired-a 3",
      "dice          0.750   0.650 … 0.850   n 80", "undefined: only", "1,234", "gate: fail",
      "p<1>.yml:3",
      "written: out/report.html",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("\u{1b}"))
    #expect(text.split(separator: "\n").count <= 30)
  }
}
