import Statistics
import Testing

@Suite("The exact sum of shares")
struct ExactUnitSumTests {
  @Test("does not depend on the order or the cut of its numbers")
  func order() {
    var generator = SeededGenerator(seed: 4)
    let numbers = (0..<10_000).map { _ in Double.random(in: 0...1, using: &generator) }
    func sum(_ numbers: [Double]) -> ExactUnitSum {
      numbers.reduce(into: ExactUnitSum()) { $0.add($1) }
    }
    let expected = sum(numbers)
    #expect(sum(numbers.reversed()) == expected)
    #expect(sum(numbers.shuffled(using: &generator)) == expected)
    var (first, second) = (sum(Array(numbers[..<777])), sum(Array(numbers[777...])))
    second.merge(first)
    first = second
    #expect(first == expected)
    #expect(abs(expected.value - numbers.reduce(0, +)) < 1e-9)
  }

  @Test("of a million ones is a million")
  func ones() {
    var sum = ExactUnitSum()
    for _ in 0..<1_000_000 { sum.add(1) }
    #expect(sum.value == 1_000_000)
  }
}
