import Annotations
import Testing

@testable import Formats

@Suite("An index of records")
struct RecordIndexTests {
  @Test("finds the first row of every id, dense, sparse, negative, huge or a text")
  func rows() {
    let text = RecordID.text(StringCode(rawValue: 3))
    let ids: [RecordID] = [
      .number(7), .number(0), .number(-1), .absent, .number(.max), text, .number(7),
      .number(1_000_000), .number(.min), text,
    ]
    let index = RecordIndex(ids)
    let expected: [Int32?] = [0, 1, 2, nil, 4, 5, 0, 7, 8, 5]
    #expect(ids.map { index.row(of: $0) } == expected)
    let others: [RecordID] = [
      .number(1), .number(-2), .number(1000), .number(2000), .number(.max - 1),
      .text(StringCode(rawValue: 7)),
    ]
    #expect(others.allSatisfy { index.row(of: $0) == nil })
    #expect(index.rows(of: ids, absent: -1) == expected.map { $0 ?? -1 })
  }

  @Test("finds nothing in an empty list")
  func empty() {
    let index = RecordIndex([])
    for id in [.number(0), .number(1), .absent] as [RecordID] { #expect(index.row(of: id) == nil) }
  }
}
