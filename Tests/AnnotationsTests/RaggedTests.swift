import Annotations
import Testing

@Suite("Rows of different lengths")
struct RaggedTests {
  @Test("keep their elements")
  func rows() {
    var rows = Ragged<Int>()
    rows.appendRow([1, 2])
    rows.appendRow([])
    rows.append(3)
    rows.endRow()
    #expect(rows.count == 3)
    #expect([Array(rows[0]), Array(rows[1]), Array(rows[2])] == [[1, 2], [], [3]])
    #expect(rows.elements == [1, 2, 3])
  }
}

@Suite("Texts held once")
struct StringTableTests {
  @Test("have codes in the order of their first use")
  func codes() {
    var table = StringTable()
    let codes = ["b", "a", "b", ""].map { table.intern($0).rawValue }
    #expect(codes == [0, 1, 0, 2])
    #expect(table[StringCode(rawValue: 1)] == "a")
    #expect(table.code(of: "x") == nil)
  }
}
