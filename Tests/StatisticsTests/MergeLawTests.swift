import Foundation
import Statistics
import Testing

/// Every mergeable state is a sum: no cut, order or grouping of its parts shows in it.
@Suite("Merging")
struct MergeLawTests {
  @Test("a contingency table obeys the laws")
  func contingencyTable() throws {
    try checkLaws(of: ContingencyTable()) { table, draw in
      table.add(row: draw.code(), column: draw.code(), count: draw.generator.index(below: 3))
    }
  }

  @Test("nominal coincidences obey the laws")
  func nominalCoincidences() throws {
    try checkLaws(of: NominalCoincidences()) { coincidences, draw in
      coincidences.addPair(draw.code(), draw.code())
      let size = draw.generator.index(below: 6)
      coincidences.addUnit((0..<size).map { _ in draw.code() })
    }
  }

  @Test("value coincidences obey the laws")
  func valueCoincidences() throws {
    try checkLaws(of: ValueCoincidences()) { coincidences, draw in
      let size = draw.generator.index(below: 6)
      coincidences.addUnit((0..<size).map { _ in Double(draw.code()) / 8 })
    }
  }

  @Test("Fleiss' sums obey the laws")
  func fleissSums() throws {
    try checkLaws(of: FleissSums(annotators: 3)) { sums, draw in
      sums.addUnit([draw.code(), draw.code(), draw.code()])
    }
  }

  @Test("rating patterns obey the laws")
  func ratingPatterns() throws {
    try checkLaws(of: RatingPatterns(categories: 3)) { patterns, draw in
      patterns.addUnit((0..<draw.generator.index(below: 4)).map { _ in max(0, draw.code()) })
    }
  }

  @Test("sorted counts obey the laws")
  func sortedCounts() throws {
    try checkLaws(of: SortedCounts()) { counts, draw in
      counts.add(draw.generator.index(below: 3), to: draw.code())
    }
  }

  @Test("moments obey the laws to the last bit, over 600 orders of magnitude")
  func moments() throws {
    try checkLaws(of: Moments()) { moments, draw in moments.add(draw.wideNumber()) }
  }

  @Test("an exact sum obeys the laws to the last bit, over 600 orders of magnitude")
  func exactSum() throws {
    try checkLaws(of: ExactSum()) { sum, draw in sum.add(draw.wideNumber()) }
  }
}

/// Draws what the states are made of.
private struct Draw {
  var generator = SeededGenerator(seed: 7)

  mutating func code() -> Int32 { Int32(generator.index(below: 4)) - 1 }

  mutating func wideNumber() -> Double {
    let exponent = generator.index(below: 2000) - 1000
    let sign: FloatingPointSign = generator.next() & 1 == 0 ? .plus : .minus
    return Double(sign: sign, exponent: exponent, significand: 1 + generator.unit())
  }
}

private func checkLaws<State: Mergeable & Codable & Equatable>(
  of empty: State,
  add: (inout State, inout Draw) -> Void
) throws {
  var draw = Draw()
  let parts = (0..<40).map { _ in
    var part = empty
    add(&part, &draw)
    return part
  }
  let whole = sum(of: parts[...], from: empty)
  #expect(whole != empty)
  for cut in 0...parts.count {
    let left = sum(of: parts[..<cut], from: empty)
    let right = sum(of: parts[cut...], from: empty)
    #expect(sum(of: [left, right], from: empty) == whole, "cut at \(cut)")
    #expect(sum(of: [right, left], from: empty) == whole, "swapped at \(cut)")
  }
  #expect(sum(of: ArraySlice(parts.reversed()), from: empty) == whole)
  var unchanged = whole
  unchanged.merge(empty)
  #expect(unchanged == whole)
  for state in [whole, empty] {
    let decoded = try JSONDecoder().decode(State.self, from: try bytes(of: state))
    #expect(decoded == state)
  }
  let reversed = sum(of: ArraySlice(parts.reversed()), from: empty)
  #expect(try bytes(of: reversed) == bytes(of: whole))
}

private func sum<State: Mergeable>(of parts: ArraySlice<State>, from empty: State) -> State {
  var result = empty
  for part in parts { result.merge(part) }
  return result
}

private func bytes(of state: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return try encoder.encode(state)
}
