import Foundation
import TestSupport
import Testing

@Suite("The JSON Schema of reports")
struct SchemaTests {
  private static let street = "Fixtures/street"

  @Test(
    "holds for every command that makes a report",
    arguments: [
      ["audit", "Fixtures/street/broken.json"],
      ["audit", "Fixtures/street/broken.json", "--images", "Fixtures/street/images"],
      ["audit", "Fixtures/street/gold.json", "--policy", "Fixtures/street/policy-audit.yml"],
      ["audit", "Fixtures/street/voc", "--findings-per-rule", "0"],
      [
        "compare", "Fixtures/street/annotator-a.json", "Fixtures/street/annotator-b.json",
        "--curve",
        "--policy", "Fixtures/street/policy-fail.yml",
      ],
      [
        "compare", "Fixtures/street/annotator-a.json", "Fixtures/street/voc",
        "Fixtures/street/annotator-b.json", "--reference", "Fixtures/street/gold.json",
      ],
      [
        "consensus", "Fixtures/street/annotator-a.json", "Fixtures/street/annotator-b.json",
        "--merged", "-",
      ],
      ["tolerance", "Fixtures/street/gold.json"],
    ]
  )
  func holds(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report.json"
    let result = try Program.run(arguments + ["--json", report, "--bootstrap", "10", "-q"])
    #expect(result.status != 2, "\(result.errors)")
    let checked = try ProjectScript.run("check-reports", [report])
    #expect(checked.status == 0, "\(String(decoding: checked.output, as: UTF8.self))")
  }

  @Test(
    "holds for what labels cost",
    arguments: [
      ["--labels", "1000", "--defect-rate", "0.05"],
      ["--labels", "1000", "--scenario", "crowd", "managed", "benchmark"],
      ["--labels", "1000", "--defect-rate", "0.05", "--lot-sample", "80", "--lot-acceptance", "3"],
      ["--report", "Fixtures/street/broken.json", "--price-per-frame", "0.5"],
      ["rework", "Fixtures/street/broken.json", "Fixtures/street/gold.json"],
      ["recurrence", "Fixtures/street/broken.json", "Fixtures/street/broken.json"],
    ]
  )
  func cost(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report.json"
    let result = try Program.run(["cost"] + arguments + ["--json", report, "-q"])
    #expect(result.status == 0, "\(result.errors)")
    let checked = try ProjectScript.run("check-reports", [report])
    #expect(checked.status == 0, "\(String(decoding: checked.output, as: UTF8.self))")
  }

  @Test("holds for a table of labels")
  func labels() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<30).flatMap { item in
      ["ann", "bo"].map { "i\(item),\($0),\(item % 3 == 0 ? "cat" : "dog")" }
    }
    let table = try folder.write(
      "labels.csv",
      "item,annotator,label\n" + rows.joined(separator: "\n") + "\n"
    )
    let report = folder.path + "/report.json"
    let result = try Program.run("compare", table, "--json", report, "-q")
    #expect(result.status == 0, "\(result.errors)")
    let checked = try ProjectScript.run("check-reports", [report])
    #expect(checked.status == 0, "\(String(decoding: checked.output, as: UTF8.self))")
  }

  @Test(
    "does not hold for what is no report",
    arguments: [
      (#""schema": "assay-report/1""#, #""schema": "assay-report/2""#),
      (#""command": "audit","#, ""), (#""n": 24}"#, #""n": -1}"#), (#""n": 24}"#, #""n": 24.5}"#),
      (#""value": 24, "n": 24}"#, #""value": null, "n": 24}"#),
      (#""value": 24, "n": 24}"#, #""value": 24, "n": 24, "undefined": "no"}"#),
      (#""value": 24, "n": 24}"#, #""value": 24, "n": 24, "low": 3}"#),
      (#""value": 24, "n": 24}"#, #""value": "24", "n": 24}"#),
      (#""severity": "warning""#, #""severity": "bad""#),
      (#""slice": {}"#, #""slice": {"x": "y"}"#),
      (#""total": "#, #""more": 2, "total": "#), (#""sha256": ""#, #""sha256": "g"#),
      (#""fingerprint": ""#, #""fingerprint": "0"#),
    ]
  )
  func holdsNot(text: String, replacement: String) throws {
    let folder = try TemporaryFolder()
    let report = try Program.run("audit", "\(Self.street)/gold.json", "--json", "-", "-q").output
    let place = try #require(report.range(of: text), "\(text)")
    let path = try folder.write(
      "report.json",
      report.replacingCharacters(in: place, with: replacement)
    )
    #expect(try ProjectScript.run("check-reports", [path]).status == 1)
  }
}
