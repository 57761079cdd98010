import Statistics
import Testing

@Suite("Seeded generator")
struct SeededGeneratorTests {
  @Test("gives the sequence of the reference algorithm")
  func reference() {
    // xoshiro256** from the first four outputs of SplitMix64 seeded with 0 (authors' C code).
    var generator = SeededGenerator(seed: 0)
    let first = (0..<5).map { _ in generator.next() }
    #expect(
      first == [
        11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768,
        7_684_712_102_626_143_532, 13_521_403_990_117_723_737,
      ]
    )
  }

  @Test("repeats a stream of a seed, and gives another for every stream and seed")
  func streams() {
    var seen: Set<UInt64> = []
    for seed: UInt64 in 0..<20 {
      for stream: UInt64 in 0..<20 {
        var generator = SeededGenerator(seed: seed, stream: stream)
        var again = SeededGenerator(seed: seed, stream: stream)
        let first = generator.next()
        #expect(first == again.next())
        seen.insert(first)
      }
    }
    #expect(seen.count == 400)
  }

  @Test("draws every index about equally often")
  func indices() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    // Expected 10,000 with a standard deviation of 93; five of them.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 465 })
  }

  @Test("resamples by drawing one index after the other")
  func resampling() {
    var (bulk, single) = (SeededGenerator(seed: 8, stream: 2), SeededGenerator(seed: 8, stream: 2))
    var counts = [UInt8](repeating: 1, count: 500)
    bulk.resample(into: &counts)
    var expected = [UInt8](repeating: 1, count: 500)
    for _ in 0..<500 { expected[single.index(below: 500)] += 1 }
    #expect(counts == expected)
    #expect(bulk.next() == single.next())
  }

  @Test("draws fractions in 0..<1")
  func fractions() throws {
    var generator = SeededGenerator(seed: 3)
    let draws = (0..<10_000).map { _ in generator.unit() }
    #expect(draws.allSatisfy { (0..<1).contains($0) })
    // Mean ½ with a standard error of .0029; five of them.
    #expect(abs(try #require(Moments(draws).mean.value) - 0.5) < 0.0145)
  }
}
