import Audits
import Findings
import Formats
import Foundation
import Metrics
import Statistics
import TestSupport
import Testing

@Suite("Labels of whole items")
struct LabelRunTests {
  private func outcome(
    _ csv: String,
    reference: [String: String] = [:]
  ) throws -> LabelRun.Outcome {
    let folder = try TemporaryFolder()
    let path = try folder.write("labels.csv", csv)
    let reason = try #require(LabelFile.recognise(path))
    return LabelRun(findingsPerRule: 10).outcome(
      of: try LabelFile.read(path),
      name: "labels.csv",
      detected: reason,
      reference: reference
    )
  }

  @Test(
    "of bluebirds have the stated κ, pair by pair, and majority accuracy",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func bluebirds() throws {
    let labels = try Self.labels(of: "labels")
    let truth = try Self.labels(of: "gt")
    var csv = "item,annotator,label\n"
    for entry in labels { csv += "\(entry.item),\(entry.annotator),\(entry.label)\n" }
    let reference = Dictionary(
      truth.map { ($0.item, $0.label) },
      uniquingKeysWith: { first, _ in first }
    )
    let report = try outcome(csv, reference: reference).report
    func value(_ id: String) -> Double { report.metric(id)?.value ?? .nan }
    #expect(report.metric("items")?.value == 108)
    #expect(report.metric("labels")?.value == 4212)
    #expect(abs(value("fleiss-kappa") - 0.125293) < 5e-7)
    #expect(abs(value("cohen-kappa-pair-min") + 0.4259) < 5e-5)
    #expect(abs(value("cohen-kappa-pair-max") - 0.7489) < 5e-5)
    #expect(report.metric("cohen-kappa-pair-min")?.n == 39 * 38 / 2)
    #expect(abs(value("majority-accuracy") - 0.7593) < 5e-5)
    // Crowd models do better than the vote on this set.
    #expect(value("dawid-skene-accuracy") > 0.85)
  }

  @Test(
    "have SAS's κ for the table of two annotators, and R's for the 30 × 6 diagnoses",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func references() throws {
    let url = URL(filePath: SharedData.data("kappa-reference/kappa_reference.json"))
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    )
    let sas = try #require(all["cohen_table_sas"] as? [String: Any])
    let table = try #require(sas["table"] as? [[Int]])
    var csv = "item,annotator,label\n"
    var item = 0
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        for _ in 0..<count {
          csv += "\(item),a,\(row)\n\(item),b,\(column)\n"
          item += 1
        }
      }
    }
    let two = try outcome(csv).report
    func pair(_ id: String) -> Double {
      two.metric(id, SliceLabel([.pair: "a × b"]))?.value ?? .nan
    }
    #expect(abs(pair("cohen-kappa") - 0.4842) < 5e-5)
    #expect(abs(pair("cohen-kappa-linear") - 0.4701) < 5e-5)

    let diagnoses = try #require(all["fleiss_1971_diagnoses_30x6"] as? [String: Any])
    let rows = try #require(diagnoses["raters_by_row"] as? [[Int]])
    csv = "item,annotator,label\n"
    for (item, row) in rows.enumerated() {
      for (annotator, label) in row.enumerated() { csv += "\(item),\(annotator),\(label)\n" }
    }
    let fleiss = try outcome(csv).report.metric("fleiss-kappa")?.value ?? .nan
    #expect(abs(fleiss - 0.4302445) < 5e-8)
  }

  @Test("that are numbers are measured, and a slipped decimal point is found")
  func values() throws {
    let csv = """
      item,annotator,value,seconds
      x,a,9,2
      x,b,10,3
      x,c,100,4
      y,a,1,2
      y,b,2,
      y,c,3,4
      """
    let report = try outcome(csv).report
    #expect(report.metric("icc-a1")?.n == 2)
    // a − b: −1 and −1.
    #expect(report.metric("bland-altman-bias", SliceLabel([.pair: "a × b"]))?.value == -1)
    #expect(report.metric("seconds-per-label", SliceLabel([.annotator: "c"]))?.value == 4)
    let typos = report.findings.items.filter { $0.rule == "magnitude-typo" }
    #expect(typos.map(\.message) == ["c measured 100, the median is 10: likely ×10"])
  }

  @Test("give a consensus with its certainty, and say what nobody can decide")
  func consensus() throws {
    let csv = """
      item,annotator,label
      x,a,cat
      x,b,cat
      y,a,cat
      y,b,dog
      """
    let outcome = try outcome(csv)
    #expect(outcome.verdicts.map(\.label) == ["cat", "cat"])
    #expect(outcome.verdicts.map(\.isTied) == [false, true])
    #expect(outcome.report.metric("majority-tied")?.value == 1)
    #expect(outcome.report.findings.rules.map(\.id).contains("uncertain-label"))
  }

  @Test("that cannot be used are told with their line; of two answers the later one counts")
  func flaws() throws {
    let csv =
      "\u{FEFF}Annotator,Item,Label,note\r\n"
      + "a,x,cat,\r\na,x,\"d\"\"o,g\",n\r\nb,x,,\r\nb,y\r\n,y,cat,\r\n"
    let report = try outcome(csv).report
    let unusable = report.findings.items.filter { $0.rule == "unusable-label" }
    #expect(unusable.map { $0.place?.line } == [4, 5, 6])
    #expect(report.metric("labels")?.value == 1)
    #expect(report.excluded["labels-replaced"] == 1)
    #expect(report.metric("labels", SliceLabel([.category: "d\"o,g"]))?.value == 1)
    #expect(report.metric("fleiss-kappa")?.undefinedReason != nil)
  }

  @Test(
    "are refused where the file is no table of labels",
    arguments: ["", "a,b\n1,2\n", "item,annotator\nx,a\n", "item,annotator,label\nx,a,\"cat\n"]
  )
  func refused(csv: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("labels.csv", csv)
    #expect(throws: FormatError.self) { try LabelFile.read(path) }
  }

  /// `annotator: {item: label, …}` of the YAML; the truth names no annotator.
  private static func labels(
    of name: String
  ) throws -> [(annotator: String, item: String, label: String)] {
    let path = SharedData.data("bluebirds/\(name).yaml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "}").flatMap { block in
      let halves = block.split(separator: "{", omittingEmptySubsequences: false)
      let words = halves.map { $0.split { " \n:,".contains($0) }.map(String.init) }
      guard words.count == 2 else { return [(annotator: String, item: String, label: String)]() }
      return stride(from: 0, to: words[1].count - 1, by: 2).map {
        (words[0].first ?? "", words[1][$0], words[1][$0 + 1])
      }
    }
  }
}
