import Findings
import Foundation
import TestSupport
import Testing

@Suite("A folder with one folder of Pascal VOC an annotator")
struct AnnotatorFoldersTests {
  /// The two annotators of the street scenes, as `people/ann` and `people/bob`, in files that name nobody.
  private static func people() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, source) in [("ann", "annotator-a"), ("bob", "annotator-b")] {
      let written = try Program.run(
        ["convert", "Fixtures/street/\(source).json", "--to", "voc"]
          + ["--output", "\(folder.path)/people/\(name)", "--quiet"]
      )
      try #require(written.status == 0, "\(written.errors)")
      let files = "\(folder.path)/people/\(name)/Annotations"
      for file in try FileManager.default.contentsOfDirectory(atPath: files) {
        let text = try String(contentsOfFile: "\(files)/\(file)", encoding: .utf8)
        let anonymous = text.replacing(/<annotator>[^<]*<\/annotator>/, with: "")
        try folder.write("people/\(name)/Annotations/\(file)", anonymous)
      }
    }
    return folder
  }

  private static func metrics(_ arguments: [String]) throws -> [MetricRecord] {
    let result = try Program.run(["compare"] + arguments + ["--json", "-", "--quiet"])
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8)).metrics
  }

  @Test("is compared as the two folders are when each is named")
  func compare() throws {
    let folder = try Self.people()
    let root = "\(folder.path)/people"
    let whole = try Self.metrics([root])
    let named = try Self.metrics(["\(root)/ann", "\(root)/bob"])
    for id in ["dice", "cohen-kappa", "alpha", "iou-mean", "matched", "only-a", "only-b"] {
      let record = try #require(whole.first { $0.id == id && $0.slice == .overall })
      #expect(record == named.first { $0.id == id && $0.slice == .overall })
    }
  }

  @Test("is audited as one data set, and says how it was taken")
  func audit() throws {
    let folder = try Self.people()
    let result = try Program.run("audit", "\(folder.path)/people")
    #expect(result.status == 0)
    let said = "48 XML files of the same names, each taken for an annotator: 'ann', 'bob'"
    #expect(result.errors.contains("as voc: 2 folders with \(said)"), "\(result.errors)")
  }
}
