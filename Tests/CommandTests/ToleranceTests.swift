import Findings
import Foundation
import TestSupport
import Testing

@Suite("The program on tolerances")
struct ToleranceTests {
  @Test("gives the IoU of pixels and margins")
  func ious() throws {
    let result = try Program.run(
      "tolerance",
      "--box",
      "600x400",
      "--box",
      "30x60",
      "--pixels",
      "10",
      "--pixels",
      "15",
      "--margin",
      "0.15"
    )
    #expect(result.status == 0 && result.errors.isEmpty)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    // 600 × 400 with 15 px; 30 × 60 with 10 and 15 px; 15 % on each side.
    #expect(rows.contains { $0.starts(with: ["600×400", "15", "px", "0.886"]) })
    #expect(rows.contains { $0.starts(with: ["30×60", "10", "px", "0.450"]) })
    #expect(rows.contains { $0.starts(with: ["30×60", "15", "px", "0.333"]) })
    #expect(rows.contains { $0.starts(with: ["30×60", "15", "%", "0.592"]) && $0.last == "1.690" })
  }

  @Test("gives the pixels of every tier, for usual sizes where no box is named")
  func pixels() throws {
    let box = try Program.run("tolerance", "--box", "30x60").output
    // (−90 + √(90² + 4 · 1,800 · (1/0.9 − 1))) / 4 = 1.0849….
    #expect(box.contains("pixel 0.9") && box.contains("1.08 px"), "\(box)")
    let usual = try Program.run("tolerance", "--iou", "0.85").output
    #expect(usual.split(separator: "\n").count == 1 + 8 * 3)
  }

  @Test("tells the share of a data set's objects for which a tier is below one pixel")
  func dataset() throws {
    let result = try Program.run("tolerance", "Fixtures/street/gold.json", "--json", "-")
    #expect(result.errors.contains("all         200"), "\(result.errors)")
    #expect(result.errors.contains("left out: crowds 1"))
    #expect(!result.errors.contains("finding"))
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
    let slice = SliceLabel([.iou: "0.9", .size: "small"])
    #expect(report.metric("tolerance-below-pixel", slice)?.value == 1)
    let page = try Program.run("tolerance", "Fixtures/street/gold.json", "--html", "-", "-q").output
    #expect(page.contains("What a promise of IoU leaves in pixels"))
    #expect(page.contains("Tolerances of gold.json"))
  }

  @Test(
    "ends with 2 where what is asked does not fit together",
    arguments: [
      (["--box", "0x3"], "'0x3'"), (["--box", "3"], "'3'"),
      (["--iou", "0"], "--iou must be above 0"),
      (["--iou", "0.5", "--iou", "0.5"], "given twice"),
      (["--iou", "0.5", "--pixels", "3"], "--iou asks for pixels"),
      (["--pixels", "-1"], "--pixels"),
      (["Fixtures/street/gold.json", "--pixels", "3"], "go without a data set"),
      (["--json", "-"], "go with a data set"), (["missing.json"], "missing.json"),
    ]
  )
  func problems(arguments: [String], problem: String) throws {
    let result = try Program.run(["tolerance"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(problem), "\(result.errors)")
  }
}
