import TestSupport
import Testing

@testable import Formats

@Suite("Verdicts of reviewers")
struct VerdictCSVTests {
  private func read(_ csv: String) throws -> [VerdictCSV.Row] {
    let folder = try TemporaryFolder()
    return try VerdictCSV.read(try folder.write("verdicts.csv", csv))
  }

  @Test("are read from any columns that are so named, lines without a verdict passed over")
  func columns() throws {
    let csv = """
      rank,Item,reason,VERDICT
      1,17,"a, b", edit\u{20}
      2,'=18,,
      3,'-19,,accept

      4,'a,,defer
      """
    let rows = try read(csv)
    #expect(
      rows == [
        .init(item: "17", verdict: "edit", line: 2),
        // The apostrophe that keeps a spreadsheet from calculating is taken off, another one stays.
        .init(item: "-19", verdict: "accept", line: 4),
        .init(item: "'a", verdict: "defer", line: 6),
      ]
    )
  }

  @Test(
    "are refused with a place where a column or a field is missing",
    arguments: [
      ("", "verdicts.csv:1:1: the header must name the columns item and verdict"),
      (
        "item,result\n1,edit\n",
        "verdicts.csv:1:1: the header must name the columns item and verdict"
      ),
      ("item,verdict\n1,edit\n2\n", "verdicts.csv:3:1: the header has 2 fields, this line 1"),
      ("item,verdict\n1,\"edit\n", "verdicts.csv:2:3: a quoted field is not closed"),
    ]
  )
  func refused(csv: String, message: String) {
    #expect {
      try read(csv)
    } throws: {
      "\($0)" == message
    }
  }
}
