import Findings
import Foundation
import TestSupport
import Testing

@Suite("--images")
struct ImagesCommandTests {
  @Test("an audit of the street scenes reads their 24 pictures and finds nothing wrong with them")
  func street() throws {
    let result = try Program.run(
      "audit",
      "Fixtures/street/gold.json",
      "--images",
      "Fixtures/street/images",
      "--json",
      "-",
      "--quiet"
    )
    #expect(result.status == 0)
    #expect(result.output.contains(#""images": "images""#))
    for rule in ["missing-image-file", "image-size-mismatch", "near-duplicate-picture"] {
      let row = try #require(result.output.range(of: "\"id\": \"\(rule)\""))
      let rest = result.output[row.upperBound...].prefix { $0 != "}" }
      #expect(rest.hasSuffix("\"count\": 0"), "\(rest)")
    }
  }

  @Test("the same bytes on 1, 2 and 7 threads")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    // Of the 24 images some have no file now.
    for number in ["02", "03", "17"] {
      try FileManager.default.copyItem(
        atPath: SharedData.projectRoot.path() + "Fixtures/street/images/street_\(number).png",
        toPath: folder.path + "/street_\(number).png"
      )
    }
    let outputs = try ["1", "2", "7"].map { threads in
      try Program.run(
        "audit",
        "Fixtures/street/gold.json",
        "--images",
        folder.path,
        "--threads",
        threads,
        "--json",
        "-",
        "--quiet"
      ).output
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    #expect(outputs[0].contains("there is no file 'street_24.png' in the folder of the images"))
    #expect(outputs[0].components(separatedBy: "there is no file").count == 22)
  }

  @Test("a folder that is none is an error before anything is read")
  func noFolder() throws {
    for path in ["nowhere", "README.md"] {
      let result = try Program.run("audit", "Fixtures/street/gold.json", "--images", path)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("assay: \(path): cannot be read: "))
    }
  }

  @Test("a rule about image files is explained")
  func explain() throws {
    let result = try Program.run("explain", "picture-in-two-splits")
    #expect(result.output.contains("finds") && result.output.contains("perceptual hash"))
  }

  @Test("suspects: objects without a picture are left out and counted, and a model is not needed")
  func suspects() throws {
    let folder = try TemporaryFolder()
    for number in ["21", "24"] {
      try FileManager.default.copyItem(
        atPath: SharedData.projectRoot.path() + "Fixtures/street/images/street_\(number).png",
        toPath: folder.path + "/street_\(number).png"
      )
    }
    let gold = "Fixtures/street/gold.json"
    let report = folder.path + "/report.json"
    let result = try Program.run("suspects", gold, "--images", folder.path, "--json", report)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("vectors of the built-in descriptor 1"))
    let text = try String(contentsOfFile: report, encoding: .utf8)
    // Of 200 objects, 17 are on image 21 and 36 on image 24.
    #expect(text.contains("\"annotations-without-picture\": 147"))
    #expect(text.contains("weak beside a trained embedding"))
    let checked = try ProjectScript.run("check-reports", [report])
    #expect(checked.status == 0)
  }

  @Test("suspects: a folder without any of the pictures is an error, and so is nothing to go by")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let gold = "Fixtures/street/gold.json"
    let none = try Program.run("suspects", gold, "--images", folder.path, "-q")
    #expect(none.status == 2 && none.errors.contains("no object has a picture in the folder"))
    let bare = try Program.run("suspects", gold)
    #expect(
      bare.status == 2
        && bare.errors.contains("give --embeddings, --probabilities, --images, or --predictions")
    )
  }

  @Test("suspects: a list of labels whose items are image files needs no boxes")
  func list() throws {
    let folder = try TemporaryFolder()
    let scenes = (1...24).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let rows = scenes.map { "street_\($0).png,\(["night", "rain", "day"][(Int($0) ?? 1) % 3])" }
    let labels = try folder.write(
      "labels.csv",
      "item,label\n" + rows.joined(separator: "\n") + "\n"
    )
    let result = try Program.run(
      "suspects",
      labels,
      "--images",
      "Fixtures/street/images",
      "--neighbours",
      "3",
      "--json",
      "-",
      "-q"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"annotations-without-picture\": 0"))
    #expect(result.output.contains("\"region\": [0, 0, 320, 200]"))
  }

  @Test(
    "disagreements are shown on their images, twelve of a rule at most",
    arguments: [
      ["compare", "Fixtures/street/gold.json", "Fixtures/street/annotator-b.json"],
      [
        "compare", "Fixtures/street/gold.json", "Fixtures/street/annotator-a.json",
        "Fixtures/street/voc",
      ],
    ]
  )
  func comparison(arguments: [String]) throws {
    let more = ["--images", "Fixtures/street/images", "--json", "-", "-q", "--bootstrap", "0"]
    let report = try report(try Program.run(arguments + more))
    let shown = report.findings.items.filter { $0.pictures != nil }
    let ofOneSide = report.findings.items.filter { $0.rule == "object-of-one-side" }
    #expect(report.parameters["images"] == .text("images"))
    #expect(!shown.isEmpty)
    #expect(ofOneSide.filter { $0.pictures != nil }.count == min(12, ofOneSide.count))
    #expect(shown.allSatisfy { $0.box != nil || $0.pictures?.first?.region == [0, 0, 320, 200] })
    let without = try self.report(
      try Program.run(arguments + ["--json", "-", "-q", "--bootstrap", "0"])
    )
    #expect(without.findings.items.allSatisfy { $0.pictures == nil })
    #expect(without.metrics == report.metrics)
  }

  @Test("what predictions contradict is shown on its image")
  func predictions() throws {
    let folder = try TemporaryFolder()
    let gold = try Data(
      contentsOf: SharedData.projectRoot.appending(path: "Fixtures/street/gold.json")
    )
    let object = try #require(try JSONSerialization.jsonObject(with: gold) as? [String: Any])
    let records = try #require(object["annotations"] as? [[String: Any]])
      .filter { $0["iscrowd"] as? Int == 0 }
      .map { record in
        [
          "image_id": record["image_id"], "category_id": record["category_id"],
          "bbox": record["bbox"], "score": 0.99,
        ]
      }
    let results = try folder.write(
      "results.json",
      JSONSerialization.data(withJSONObject: records)
    )
    let report = try report(
      try Program.run(
        "suspects",
        "Fixtures/street/annotator-b.json",
        "--predictions",
        results,
        "--images",
        "Fixtures/street/images",
        "--json",
        "-",
        "-q"
      )
    )
    #expect(report.findings.items.contains { $0.pictures?.count == 1 && $0.box != nil })
  }

  @Test("the nearest objects to one are found without a model")
  func similar() throws {
    let images = ["--images", "Fixtures/street/images"]
    let result = try Program.run(
      ["similar", "41", "Fixtures/street/gold.json", "--neighbours", "5"] + images
    )
    #expect(result.status == 0, "\(result.errors)")
    // 41 is a car; so are the nearest five.
    let rows = result.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 5 && rows.allSatisfy { $0.contains(",car,") }, "\(result.output)")
  }

  private func report(_ result: Program.Result) throws -> AuditReport {
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
  }
}
