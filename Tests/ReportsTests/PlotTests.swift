import Foundation
import FoundationXML
import Reports
import Testing

@Suite("Drawings that stand on their own")
struct PlotTests {
  private func plot(_ points: [(Double, Double)], title: String = "t") -> Plot {
    Plot(
      title: title,
      horizontal: "x",
      vertical: "y",
      series: [Plot.Series("line <one>", points.map { Plot.Point(x: $0.0, y: $0.1) })]
    )
  }

  private func points(of svg: String) throws -> [[Double]] {
    _ = try XMLDocument(xmlString: svg)
    let parts = svg.split(separator: "points=\"")
    let text = try #require(parts.count == 2 ? parts[1].prefix { $0 != "\"" } : nil)
    return text.split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
  }

  @Test("a line of many points is thinned, and keeps its first and last")
  func thinning() throws {
    let many = (0..<10_000).map { (Double($0), Double($0 % 2)) }
    let drawn = try points(of: plot(many).svg)
    #expect((700...802).contains(drawn.count))
    #expect(drawn.allSatisfy { $0.count == 2 })
    // The drawing is 720 wide, with margins of 56 and 30.
    #expect(drawn.first?.first == 56 && drawn.last?.first == 690)
  }

  @Test("shares are drawn on 0 to 1; a value that is not finite is left out")
  func ranges() throws {
    let drawn = try points(of: plot([(0, 0), (1, .nan), (2, 1), (.infinity, 1)]).svg)
    // Height 360, margins of 78 and 46.
    #expect(drawn == [[56, 314], [690, 78]])
  }

  @Test("one point, and none, make a drawing too")
  func few() throws {
    #expect(try points(of: plot([(3, 7)]).svg).count == 1)
    #expect(try points(of: plot([]).svg).isEmpty)
  }

  @Test("words are escaped, so that a title cannot become markup")
  func escapes() throws {
    let svg = plot([(0, 0)], title: "<script>&").svg
    #expect(!svg.contains("<script>") && svg.contains("&lt;script&gt;&amp;"))
    _ = try XMLDocument(xmlString: svg)
  }

  @Test("a cell of a table shows its count and its share of the row")
  func table() throws {
    let svg = TableDrawing(
      title: "C",
      columns: ["a", "b"],
      rows: [("one", [3, 1]), ("none", [0, 0])]
    ).svg
    let document = try XMLDocument(xmlString: svg)
    let texts = try document.nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue)
    #expect(
      texts == ["C", "a", "b", "one", "3", "75.0 %", "1", "25.0 %", "none", "0", "–", "0", "–"]
    )
  }
}
