import Foundation
import Statistics
import Testing

@Suite("Contingency table")
struct ContingencyTableTests {
  /// A's category in rows, B's in columns; −1 stands for "no object".
  private let table = {
    var table = ContingencyTable()
    table.add(row: 2, column: 2, count: 5)
    table.add(row: 0, column: 2)
    table.add(row: -1, column: 0, count: 3)
    table.add(row: 1, column: 1, count: 0)
    return table
  }()

  @Test("keeps only cells above zero")
  func sparse() {
    #expect(table.counts.count == 3)
    #expect(table.total == 9)
  }

  @Test("is written by row, then column")
  func encoding() throws {
    let text = String(decoding: try JSONEncoder().encode(table), as: UTF8.self)
    #expect(text == "[[-1,0,3],[0,2,1],[2,2,5]]")
  }

  @Test("refuses a damaged state")
  func damage() {
    for text in ["[[0,0,0]]", "[[0,0]]", "[[0,0,1],[0,0,2]]", "[[4294967296,0,1]]", "[[0,0,-4]]"] {
      #expect(throws: DecodingError.self, "\(text)") { try decode(ContingencyTable.self, text) }
    }
  }

  @Test("swaps annotators, and swaps them back")
  func transposition() {
    #expect(table.transposed.counts[.init(row: 2, column: 0)] == 1)
    #expect(table.transposed.transposed == table)
  }

  @Test("counts one category against all others")
  func oneVersusRest() {
    // Category 2: both 5 times, only B once; the 3 pairs (−1, 0) are neither.
    let counts = table.oneVersusRest(2).sortedCells.map {
      [$0.cell.row, $0.cell.column, Int32($0.count)]
    }
    #expect(counts == [[0, 0, 5], [1, 0, 1], [1, 1, 3]])
  }
}
