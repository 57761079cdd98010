import Formats
import TestSupport
import Testing

@Suite("The table of an inspected sample")
struct InspectionCSVTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws -> [InspectionCSV.Row] {
    try InspectionCSV.read(try folder.write("s.csv", text))
  }

  private static let table = #"""
    image,stratum,draw,weight,pointer,defective
    a.jpg,"annotator=ada, ""x""",1,2.5,/annotations/0,yes
    b.jpg,all,2,1,/annotations/1, No 
    c.jpg,all,3,1,/annotations/2,

    """#

  @Test("is read by the names of its columns, an empty verdict as none")
  func rows() throws {
    let rows = try read(Self.table)
    #expect(rows.map(\.stratum) == [#"annotator=ada, "x""#, "all", "all"])
    #expect(rows.map(\.weight) == [2.5, 1, 1])
    #expect(rows.map(\.isDefective) == [true, false, nil])
  }

  @Test(
    "is refused with the line where it is no such table",
    arguments: [
      ("stratum,weight\nall,1\n", "s.csv:1:1: the header must name the columns"),
      ("stratum,weight,defective\nall,1\n", "s.csv:2:1: the header has 3 fields, this line 2"),
      ("stratum,weight,defective\nall,nan,no\n", "s.csv:2:1: the weight 'nan' is no number"),
      ("stratum,weight,defective\nall,0.5,no\n", "s.csv:2:1: the weight '0.5' is no number"),
      ("stratum,weight,defective\nall,1e300,no\n", "s.csv:2:1: the weight '1e300' is no number"),
      ("stratum,weight,defective\n\nall,1,maybe\n", "s.csv:3:1: 'maybe' is no verdict"),
    ]
  )
  func problems(text: String, problem: String) throws {
    do {
      _ = try read(text)
      Issue.record("'\(text)' was read")
    } catch let error as FormatError {
      #expect(error.description.contains(problem), "\(error.description)")
    }
  }

  @Test("cut off anywhere is read as far as it goes, or refused")
  func truncated() throws {
    let whole = try read(Self.table)
    for length in 0..<Self.table.utf8.count {
      let text = String(decoding: Self.table.utf8.prefix(length), as: UTF8.self)
      guard let rows = try? read(text) else { continue }
      #expect(rows.count <= whole.count)
    }
  }
}
