import Findings
import Foundation
import Reports
import Testing

@Suite("Pictures in a report")
struct PictureTests {
  private static let base64 = Data([0xFF, 0xD8, 0xFF, 0xD9]).base64EncodedString()

  private func report(_ pictures: [Picture], box: [Double]? = [10, 20, 30, 40]) -> AuditReport {
    var finding = Finding(
      rule: "r",
      severity: .error,
      image: "a.jpg",
      box: box,
      message: "m",
      evidence: ["other-x": 12, "other-y": 20, "other-width": 30, "other-height": 40]
    )
    finding.otherImage = "b.jpg"
    finding.pictures = pictures
    return AuditReport(
      tool: .current,
      command: "audit",
      parameters: [:],
      inputs: [],
      metrics: [],
      findings: .init(
        total: 1,
        rules: [.init(id: "r", severity: .error, summary: "s", count: 1)],
        items: [finding]
      )
    )
  }

  private func picture(_ caption: String = "", jpeg: String = base64) -> Picture {
    Picture(caption: caption, region: [0, 10, 50, 60], boxes: [[1, 2, 3, 4]], jpeg: jpeg)
  }

  @Test("read back from JSON as they were")
  func json() throws {
    let report = report([picture(), picture("<b>.jpg")])
    let text = JSONReport().text(of: report)
    #expect(try JSONDecoder().decode(AuditReport.self, from: Data(text.utf8)) == report)
  }

  @Test("stand in the page as data, with the finding's boxes on them where they belong")
  func html() throws {
    let page = HTMLReport().text(of: report([picture()]))
    #expect(page.contains("href=\"data:image/jpeg;base64,\(Self.base64)\""))
    // 50 × 60 px on 144: the scale is 2.4, and the box of 30 × 40 px is 72 × 96 at (24, 24).
    #expect(page.contains(#"<rect class="first" x="24" y="24" width="72" height="96"/>"#))
    #expect(page.contains(#"<rect class="other" x="28.8" y="24" width="72" height="96"/>"#))
    #expect(page.components(separatedBy: "<image ").count == 2)
    let rest = page.replacing("href=\"data:image/jpeg;base64,", with: "")
    let links = rest.matches(of: /href="([^"]*)"/).map(\.1)
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasSuffix(".csv") }, "\(links)")
    for loading in ["src=", "url(", "http://", "https://"] {
      #expect(!rest.contains(loading))
    }
  }

  @Test("of other images have a caption and their own boxes")
  func captions() {
    let page = HTMLReport().text(of: report([picture(), picture("<b>.jpg")]))
    #expect(page.contains("<figcaption class=\"quiet\">&lt;b&gt;.jpg</figcaption>"))
    // The box (1, 2, 3, 4) is above the region, whose top is 10: the view is 50 × 68 px from y = 2 on,
    // the scale 144 / 68 = 2.118, so that the box is 6.35 × 8.47 at (2.12, 0).
    #expect(page.contains(#"<rect class="first" x="2.12" y="0" width="6.35" height="8.47"/>"#))
    #expect(page.components(separatedBy: "<image ").count == 3)
  }

  @Test(
    "that are damaged or hostile are not drawn, and the drawing of the box stands instead",
    arguments: [
      Picture(caption: "", region: [0, 10, 50, 60], boxes: [], jpeg: "\"><script>"),
      Picture(caption: "", region: [0, 10, 50, 60], boxes: [], jpeg: ""),
      Picture(caption: "", region: [0, 10, 0, 60], boxes: [], jpeg: base64),
      Picture(caption: "", region: [0, 10], boxes: [], jpeg: base64),
      Picture(caption: "", region: [0, 10, .infinity, 5], boxes: [], jpeg: base64),
    ]
  )
  func hostile(picture: Picture) {
    let page = HTMLReport().text(of: report([picture]))
    // The page's own script alone.
    #expect(!page.contains("<image") && page.components(separatedBy: "<script").count == 2)
    #expect(page.contains("<rect class=\"first\""))
  }

  @Test("a box far outside does not make the picture small")
  func farBox() throws {
    let page = HTMLReport().text(of: report([picture()], box: [-1e8, 20, 2e8, 40]))
    // The view is widened by half the region on each side at most: 100 px wide, scale 1.44.
    #expect(page.contains(#"width="72" height="86.4" preserveAspectRatio"#))
  }
}
