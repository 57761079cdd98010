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

@Suite("The program and standard input")
struct StandardInputTests {
  private let street = "Fixtures/street"

  @Test("reads '-' from a pipe, from a file and packed, and finds the same")
  func sources() throws {
    let lines = [
      #"cat Fixtures/street/broken.json | "$1" "${@:2}""#,
      #""$1" "${@:2}" < Fixtures/street/broken.json"#,
      #"gzip -c Fixtures/street/broken.json | "$1" "${@:2}""#,
    ]
    let file = try Program.run("audit", "\(street)/broken.json", "--quiet", "--json", "-")
    let expected = try JSONDecoder().decode(AuditReport.self, from: Data(file.output.utf8))
    for (number, line) in lines.enumerated() {
      let result = try Program.run("audit", "-", "--json", "-", by: line)
      #expect(result.errors.contains("reading - as coco: no regular file, read as COCO JSON"))
      let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
      #expect(report.findings.total == expected.findings.total)
      #expect(report.inputs[0].annotations == expected.inputs[0].annotations)
      #expect((report.inputs[0].sha256 == expected.inputs[0].sha256) == (number < 2))
    }
  }

  @Test("names standard input in an error, and reads it once only")
  func errors() throws {
    let broken = try Program.run("audit", "-", by: #"printf '{\n "images": [,' | "$1" "${@:2}""#)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("(standard input):2:13: found ','; expected a value"))
    let twice = try Program.run("compare", "-", "-")
    #expect(twice.status == 2)
    #expect(twice.errors.contains("'-' is named twice, but standard input can be read only once"))
  }
}
