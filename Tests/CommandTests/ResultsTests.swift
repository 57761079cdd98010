import Findings
import Foundation
import TestSupport
import Testing

@Suite("The program and lists of results")
struct ResultsTests {
  private let gold = "Fixtures/street/gold.json"

  /// The annotations of the gold file as predictions.
  private func results(in folder: TemporaryFolder) throws -> String {
    let data = try Data(contentsOf: SharedData.projectRoot.appending(path: gold))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let annotations = try #require(file["annotations"] as? [[String: Any]])
    let records = annotations.filter { $0["iscrowd"] as? Int != 1 }.map { annotation in
      [
        "image_id": annotation["image_id"], "category_id": annotation["category_id"],
        "bbox": annotation["bbox"], "score": 0.75,
      ] as [String: Any?]
    }
    return try folder.write("results.json", JSONSerialization.data(withJSONObject: records))
  }

  @Test("compares a data set with the results made for it, whichever is named first")
  func compare() throws {
    let folder = try TemporaryFolder()
    let path = try results(in: folder)
    for inputs in [[gold, path], [path, gold]] {
      let result = try Program.run(["compare"] + inputs + ["--json", "-", "--bootstrap", "10"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("\(path) as coco: starts as a JSON list of results"))
      let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
      #expect(report.inputs.map(\.images) == [report.inputs[0].images, report.inputs[0].images])
      let dice = try #require(report.metrics.first { $0.id == "dice" && $0.slice == .overall })
      guard case .number(let value, _, _) = dice.outcome else {
        Issue.record("dice is undefined")
        return
      }
      #expect(value == 1)
    }
  }

  @Test("asks for the data set, where a list of results stands alone")
  func alone() throws {
    let folder = try TemporaryFolder()
    let path = try results(in: folder)
    let result = try Program.run("audit", path)
    #expect(result.status == 2)
    #expect(
      result.errors.contains("\(path): is a list of results, which names images and categories by")
    )
  }
}
