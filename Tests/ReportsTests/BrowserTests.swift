import Findings
import Foundation
import Reports
import TestSupport
import Testing

/// What `Scripts/check-page` finds in a page, in headless Chromium.
@Suite(
  "The page in a browser",
  .enabled(if: Browser.isExpected, Comment(rawValue: Browser.skipMessage))
)
struct BrowserTests {
  private struct Found: Decodable, Equatable {
    var complaints: [String] = []
    var requests: [String] = []
    var overflows: [String] = []
    var unnamed: [String] = []
    var faint: [String] = []
    var unsorted: [String] = []
    var scriptless = true
  }

  private func check(_ pages: [String]) throws -> [Found] {
    let folder = try TemporaryFolder()
    let paths = try pages.enumerated().map { try folder.write("\($0.offset).html", $0.element) }
    let result = try ProjectScript.run("check-page", paths)
    #expect(result.status == 0, "\(result.status)")
    let found = try JSONDecoder().decode([String: Found].self, from: result.output)
    return try paths.map { try #require(found[$0]) }
  }

  @Test(
    "complains of nothing, asks for nothing, and shows everything at two widths in both schemes"
  )
  func clean() throws {
    let pages = [
      SampleReport.comparison(), SampleReport.panel(), SampleReport.audit(), SampleReport.nothing(),
    ].map { HTMLReport().text(of: $0) }
    for found in try check(pages) { #expect(found == Found()) }
  }

  @Test("is found wanting where it complains, asks, overflows, or cannot be read")
  func broken() throws {
    let page = HTMLReport().text(of: SampleReport.comparison())
    let policy = try #require(page.firstMatch(of: /<meta http-equiv[^>]*>/)).output
    let open = page.replacing(policy, with: "")
    func adding(_ text: String, to page: String) -> String {
      page.replacing("</main>", with: text + "</main>")
    }
    let found = try check([
      // Without the policy a script of a user would run, and a picture would be fetched.
      adding("<script>console.log(1); nothing()</script>", to: open),
      adding("<img alt='x' src='http://127.0.0.1:9/x.png'>", to: open),
      adding("<p style='width: 3000px'>wide</p>", to: page),
      adding("<p style='color: #999; background: #fff'>faint</p><a href='#short'></a>", to: page),
      // With it, the same script does not run.
      adding("<script>document.title = 'run'; nothing()</script>", to: page),
      // A page whose script changes what it says.
      adding("<p id='late'></p>", to: open).replacing(
        "\"use strict\";",
        with: "\"use strict\"; document.getElementById('late').textContent = 'more';"
      ),
      // And one whose script sorts the wrong way.
      open.replacing("a.value - b.value", with: "b.value - a.value"),
    ])
    #expect(found[0].complaints.contains("console.log"))
    #expect(found[0].complaints.contains { $0.hasPrefix("exception") })
    #expect(found[1].requests.contains("http://127.0.0.1:9/x.png"))
    // A paragraph is no wider than what is read well, which only the wide screen holds.
    #expect(found[2].overflows.count == 2)
    #expect(found[3].faint.contains { $0.hasSuffix("faint") } && !found[3].unnamed.isEmpty)
    #expect(found[4].complaints.allSatisfy { $0.contains("Content Security Policy") })
    #expect(!found[4].complaints.isEmpty)
    #expect(!found[5].scriptless)
    #expect(!found[6].unsorted.isEmpty)
  }
}

/// Headless Chromium, as Debian packages it.
private enum Browser {
  /// Whether tests should run: it is there, or this is CI, where its absence must fail.
  static var isExpected: Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/chromium")
    } || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  static let skipMessage = "needs chromium on the path"
}
