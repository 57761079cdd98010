import Testing

@testable import Annotations

@Suite("Rings taken out of a table")
struct RingBufferTests {
  private static var table: RingTable {
    var table = RingTable()
    table.appendRow(numerators: [34151, 54657, 34740, 54801, 34740, 54601], decimals: 2)
    table.appendRow([])
    table.appendRow([1e300, 0.1, -7])
    table.appendRow(numerators: [.max, .min, 3, 4], decimals: 0)
    return table
  }

  @Test("are those that the table gives, each where it was put")
  func same() {
    let table = Self.table
    var buffer = RingBuffer()
    let places = (0..<table.count).map { buffer.append($0, of: table) }
    #expect(places.map(\.count) == [6, 0, 3, 4])
    for (ring, place) in places.enumerated() {
      #expect(Array(buffer[place]) == Array(table[ring]))
    }
  }

  @Test("make room for others once they are not needed any more")
  func emptied() {
    let table = Self.table
    var buffer = RingBuffer()
    for _ in 0..<3 {
      for ring in [3, 0] { _ = buffer.append(ring, of: table) }
      buffer.removeAll()
    }
    let place = buffer.append(2, of: table)
    #expect(place == 0..<3)
    #expect(Array(buffer[place]) == [1e300, 0.1, -7])
  }

  @Test("have so many numbers together")
  func count() {
    #expect(Self.table.fetch([]) == 0)
    #expect(Self.table.fetch([3, 0, 1]) == 10)
  }
}
