import Statistics
import Testing

@Suite("A sort by digits")
struct RadixSortTests {
  @Test("gives what a stable comparison sort gives", arguments: [0, 1, 2, 1000, 1001, 5000])
  func equalsStableSort(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let rows = (0..<count).map { (key: Int64.random(in: -300...300, using: &generator), row: $0) }
    let expected = rows.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
    #expect(rows.sortedStably { $0.key.radixKey }.map(\.row) == expected.map(\.row))
  }

  @Test("orders whole numbers over their whole range")
  func wholeNumbers() {
    let numbers = [Int64.min, -256, -1, 0, 1, 255, 256, .max]
    let many = (0..<2000).map { numbers[$0 * 5 % 8] }
    #expect(many.sortedStably { $0.radixKey } == many.sorted())
  }

  @Test("orders numbers, −0 as the 0 that it equals")
  func numbers() {
    let numbers = [0.5, .infinity, 0, 1e-300, 1e300, -0.0, -1e-300, -2]
    let many = (0..<2000).map { numbers[$0 * 3 % 8] }
    #expect(many.sortedStably { $0.radixKey } == many.sorted())
    #expect((-0.0).radixKey == 0.0.radixKey)
  }

  @Test("is stable where almost all keys share their leading digits")
  func skewed() {
    var generator = SeededGenerator(seed: 4)
    // One key far off puts all others into one bucket, and those into few again.
    let rows = (0..<4000).map { row in
      (key: row == 7 ? UInt64.max : UInt64.random(in: 0..<90, using: &generator), row: row)
    }
    let expected = rows.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
    #expect(rows.sortedStably { $0.key }.map(\.row) == expected.map(\.row))
  }
}
