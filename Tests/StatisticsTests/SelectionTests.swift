import Statistics
import Testing

@Suite("The median of values in any order")
struct SelectionTests {
  @Test("is that of the sorted values, whatever the order, the number and the ties")
  func sorted() {
    var generator = SeededGenerator(seed: 3)
    for count in 1...200 {
      // A tenth of the values are different ones, so that many are equal.
      let values = (0..<count).map { _ in Double(generator.index(below: 1 + count / 10)) }
      #expect(median(of: values) == median(ofSorted: values.sorted()), "\(values)")
    }
    let ascending = (0..<1001).map(Double.init)
    #expect(median(of: ascending).value == 500)
    #expect(median(of: ascending.reversed()).value == 500)
    #expect(median(of: [.infinity, 1, -.infinity]).value == 1)
    #expect(median(of: []).value == nil)
  }
}
