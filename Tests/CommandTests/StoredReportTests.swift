import Foundation
import TestSupport
import Testing

@Suite("A stored report")
struct StoredReportTests {
  private static let street = "Fixtures/street"

  private func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        (name, try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      }
    )
  }

  @Test(
    "makes every output again, to the byte",
    arguments: [
      ["audit", "broken.json"],
      ["audit", "broken.json", "--policy", "Fixtures/street/policy-audit.yml"],
      ["audit", "voc", "--findings-per-rule", "1"],
      [
        "compare", "annotator-a.json", "annotator-b.json", "--bootstrap", "10", "--curve",
        "--policy", "Fixtures/street/policy-fail.yml",
      ],
      ["compare", "annotator-a.json", "annotator-b.json", "gold.json", "--bootstrap", "0"],
    ]
  )
  func again(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let (first, second) = (folder.path + "/first", folder.path + "/second")
    let paths = arguments.map {
      !$0.hasPrefix("Fix") && ($0.hasSuffix(".json") || $0 == "voc") ? "\(Self.street)/\($0)" : $0
    }
    let original = try Program.run(paths + ["--output", first])
    let again = try Program.run("report", first + "/report.json", "--output", second)
    #expect(again.status == 0, "\(again.errors)")
    let expected = try files(first)
    #expect(expected.count >= 5)
    #expect(try files(second) == expected)
    // The same is told, but for the files that were read and the folder that was written to.
    let told = original.errors.split(separator: "\n").filter { !$0.hasPrefix("reading ") }
    #expect(
      again.errors.replacing(second, with: first).split(separator: "\n") == told,
      "\(again.errors)"
    )
    let json = try Program.run("report", first + "/report.json", "--json", "-", "-q")
    #expect(Data(json.output.utf8) == expected["report.json"] && json.errors.isEmpty)
  }

  @Test("that is none is refused with what was found")
  func refused() throws {
    let folder = try TemporaryFolder()
    let cases = [
      ("text", "hello", "text.json"), ("empty", "", "empty.json"), ("list", "[]", "list.json"),
      (
        "other", #"{"schema": "assay-history/1"}"#,
        "a report ('assay-report/1') was expected, found"
      ),
      ("part", #"{"schema": "assay-report/1", "tool": {"name": "assay"}}"#, "version"),
      ("cut", #"{"schema": "assay-report/1", "tool": {"na"#, "cut.json"),
      ("null", #"{"schema": "assay-report/1", "tool": null}"#, "tool"),
    ]
    for (name, text, problem) in cases {
      let path = try folder.write("\(name).json", text)
      for arguments in [["report", path], ["diff", path, path]] {
        let result = try Program.run(arguments)
        #expect(result.status == 2 && result.output.isEmpty, "\(name)")
        #expect(result.errors.contains(path) && result.errors.contains(problem), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      }
    }
    #expect(try Program.run("report", folder.path + "/none.json").status == 2)
  }

  @Test("is compared with another: numbers, findings and what was read")
  func difference() throws {
    let folder = try TemporaryFolder()
    let (before, after) = (folder.path + "/before.json", folder.path + "/after.json")
    for (name, path) in [("gold.json", before), ("broken.json", after)] {
      _ = try Program.run("audit", "\(Self.street)/\(name)", "--json", path, "-q")
    }
    let text = try Program.run("diff", before, after).output
    // planted.json: three duplicates of a box, none in the gold standard.
    #expect(text.contains("duplicate-box"), "\(text)")
    #expect(text.contains("input dataset: gold.json") && text.contains("now broken.json"))
    #expect(text.contains("new  duplicate-box  street_16.png, annotation 1213, bicycle: same box"))
    #expect(!text.contains("\u{1b}"))
    let same = try Program.run("diff", before, before)
    #expect(same.output.contains("0 numbers changed") && same.output.contains("findings: the same"))
    let json = try Program.run("diff", before, after, "--json", "-").output
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(parsed?["schema"] as? String == "assay-difference/1")
    // Both reports list all that they count, so every new or gone finding is there.
    let rules = try #require(parsed?["rules"] as? [[String: Any]])
    let changes = rules.flatMap { rule in ["new-least", "gone-most"].map { rule[$0] as? Int ?? 0 } }
    #expect(
      (parsed?["findings"] as? [Any])?.count == changes.reduce(0, +) && changes.max() ?? 0 > 0
    )
    let tables = folder.path + "/tables"
    let written = try Program.run("diff", before, after, "--csv", tables, "--markdown", "-")
    #expect(written.output.hasPrefix("## What changed\n"))
    #expect(
      try files(tables).keys.sorted() == [
        "changed-findings.csv", "changed-metrics.csv", "changed-rules.csv",
      ]
    )
  }

  @Test("is not compared with one of another command")
  func otherCommand() throws {
    let folder = try TemporaryFolder()
    let (audit, compare) = (folder.path + "/audit.json", folder.path + "/compare.json")
    let gold = "\(Self.street)/gold.json"
    _ = try Program.run("audit", gold, "--json", audit, "-q")
    _ = try Program.run("compare", gold, gold, "--json", compare, "-q", "--bootstrap", "0")
    let result = try Program.run("diff", audit, compare)
    #expect(result.status == 2)
    #expect(result.errors.contains("only reports of one command can be compared"))
  }
}
