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

@Suite("Quantiles of values in any order")
struct QuantileSelectionTests {
  @Test("are those of the sorted values, whatever the order, the number and the ties")
  func sorted() {
    var generator = SeededGenerator(seed: 4)
    let shares = [0.025, 0.975, 0, 1, 0.5, 0.1]
    for count in 1...200 {
      let values = (0..<count).map { _ in Double(generator.index(below: 1 + count / 10)) / 3 }
      let expected = shares.map { quantile($0, ofSorted: values.sorted()) }
      #expect(quantiles(shares, of: values) == expected, "\(values)")
    }
    #expect(quantiles([0.5], of: []).map(\.value) == [nil])
  }
}
