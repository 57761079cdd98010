import Testing

@testable import Annotations

@Suite("A column of numbers that may be missing")
struct OptionalNumbersTests {
  @Test("holds numbers and gaps in their order")
  func order() {
    var column: OptionalNumbers = [nil, nil]
    column.append(2)
    column.append(nil)
    #expect(Array(column) == [nil, nil, 2, nil])
    column[0] = 1
    column[2] = nil
    #expect(Array(column) == [1, nil, nil, nil])
    #expect(column.firstIndex(of: nil) == 1)
  }

  @Test(
    "is joined with another, whichever of them has numbers",
    arguments: [
      ([], []), ([nil], [nil, nil]), ([nil], [3, nil]), ([3, nil], [nil]), ([1], [2]), ([], [2]),
    ] as [([Double?], [Double?])]
  )
  func joined(first: [Double?], second: [Double?]) {
    var column = OptionalNumbers()
    for value in first { column.append(value) }
    var other = OptionalNumbers()
    for value in second { other.append(value) }
    column.append(contentsOf: other)
    #expect(Array(column) == first + second)
    column.append(5)
    #expect(Array(column) == first + second + [5])
  }

  @Test("takes its rows in another order, some of them or twice")
  func permuted() {
    let column: OptionalNumbers = [1, nil, 3]
    #expect(Array(column.permuted(by: [2, 1, 1])) == [3, nil, nil])
    let missing: OptionalNumbers = [nil, nil, nil]
    #expect(Array(missing.permuted(by: [2, 0])) == [nil, nil])
  }

  @Test("keeps every double, NaN with any payload included")
  func payloads() {
    for bits in [0x7FF8_A55A_0000_0001, 0x7FF8_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFF] as [UInt64] {
      var column = OptionalNumbers()
      column.append(Double(bitPattern: bits))
      #expect(column[0]?.isNaN == true)
      column[0] = Double(bitPattern: bits)
      #expect(column[0]?.isNaN == true)
    }
  }
}
