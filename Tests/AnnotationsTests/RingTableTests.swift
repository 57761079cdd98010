import Geometry
import Testing

@testable import Annotations

@Suite("Rings")
struct RingTableTests {
  /// Doubles as bits, so that 0 and −0 differ.
  private func bits(_ ring: ArraySlice<Double>) -> [UInt64] { ring.map(\.bitPattern) }

  @Test(
    "give whole numbers over a power of ten back as the doubles nearest to them",
    arguments: [
      ([], 0), ([5], 0), ([-5, 7], 1), ([34151, 54657, 34740], 2), ([1, 2, 3, 4, 5, 6, 7], 3),
      // Steps of 32,767 are the longest that 16 bits hold.
      ([0, 0, 32767, -32768, 0, 0], 2), ([0, 0, 32768, 0], 2), ([0, 0, 0, -32769], 2),
      ([.max, .min, .min, .max, 0, 1], 6), ([.max, .max, .min, .min], 0),
    ] as [([Int32], Int)]
  )
  func decimals(numerators: [Int32], decimals: Int) {
    var table = RingTable()
    table.appendRow([0.5])
    table.appendRow(numerators: numerators, decimals: decimals)
    table.appendRow([1.5, 2.5])
    // Text of a decimal, read by the standard library, is the nearest double.
    let expected = numerators.map { Double("\($0)e-\(decimals)") }
    #expect(table[1].map(\.bitPattern) == expected.map { $0?.bitPattern })
    #expect(table.coordinateCount(ofRing: 1) == numerators.count)
    #expect(table[0] == [0.5])
    #expect(table[2] == [1.5, 2.5])
    #expect(table.bounds(ofRings: 1..<2) == Polygon.bounds(table[1]))
  }

  @Test("give any numbers back to the bit")
  func doubles() {
    let ring = [-0.0, 0.1 + 0.2, 1e300, -.leastNonzeroMagnitude, .infinity, 3]
    var table = RingTable()
    table.appendRow(ring)
    #expect(bits(table[0]) == bits(ring[...]))
    #expect(table.coordinateCount(ofRing: 0) == 6)
  }

  @Test("are taken back from the end, and appended to others")
  func rows() {
    var table = RingTable()
    table.appendRow(numerators: [1, 2, 3, 4], decimals: 0)
    table.appendRow([])
    table.appendRow([9.25])
    table.removeRows(from: 2)
    #expect(table.count == 2)
    var whole = RingTable()
    whole.appendRow(numerators: [15, 25], decimals: 1)
    whole.append(rowsOf: table)
    whole.appendRow([7])
    #expect((0..<whole.count).map { Array(whole[$0]) } == [[1.5, 2.5], [1, 2, 3, 4], [], [7]])
    whole.removeRows(from: 9)
    whole.removeRows(from: 0)
    #expect(whole.count == 0)
  }

  @Test("have one box around them, without those that have no point")
  func bounds() {
    var table = RingTable()
    table.appendRow(numerators: [10, 50, 30, 20, 20, 80], decimals: 1)
    table.appendRow([])
    table.appendRow([-1, 3])
    // x from −1 to 3, y from 2 to 8.
    #expect(table.bounds(ofRings: 0..<3) == Box(left: -1, top: 2, right: 3, bottom: 8))
    #expect(table.bounds(ofRings: 1..<2) == nil)
    #expect(table.bounds(ofRings: 0..<0) == nil)
  }
}
