import Statistics
import Testing

@Suite("Assignment")
struct AssignmentTests {
  @Test("beats the greedy choice")
  func greedyTrap() {
    // Greedy takes .9 and then .1; the best total is .8 + .85.
    #expect(Assignment.maximum(weights: [0.9, 0.8, 0.85, 0.1], rows: 2, columns: 2) == [1, 0])
  }

  @Test("leaves rows free where they outnumber columns, and columns where they outnumber rows")
  func rectangular() {
    #expect(Assignment.maximum(weights: [1, 3, 2], rows: 3, columns: 1) == [nil, 0, nil])
    #expect(Assignment.maximum(weights: [1, 3, 2], rows: 1, columns: 3) == [1])
    #expect(Assignment.minimum(costs: [1, 3, 2], rows: 3, columns: 1) == [0, nil, nil])
  }

  @Test("of nothing is nothing")
  func empty() {
    #expect(Assignment.maximum(weights: [], rows: 0, columns: 4) == [])
    #expect(Assignment.maximum(weights: [], rows: 3, columns: 0) == [nil, nil, nil])
  }

  @Test("is the best of all permutations, ties and negative weights included", arguments: 1...60)
  func exhaustive(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = 1 + generator.index(below: 5)
    let columns = 1 + generator.index(below: 5)
    let weights = (0..<rows * columns).map { _ in Double(generator.index(below: 7)) - 3 }
    let assigned = Assignment.maximum(weights: weights, rows: rows, columns: columns)
    let used = assigned.compactMap { $0 }
    #expect(used.count == min(rows, columns))
    #expect(Set(used).count == used.count)
    let total = assigned.enumerated().reduce(0.0) { sum, next in
      next.element.map { sum + weights[next.offset * columns + $0] } ?? sum
    }
    #expect(total == best(weights, rows: rows, columns: columns))
  }

  /// The best total by trying every choice.
  private func best(_ weights: [Double], rows: Int, columns: Int) -> Double {
    func search(_ row: Int, _ free: Set<Int>, _ skips: Int) -> Double {
      guard row < rows else { return 0 }
      let taken = free.map { column in
        weights[row * columns + column] + search(row + 1, free.subtracting([column]), skips)
      }
      let skipped = skips > 0 ? [search(row + 1, free, skips - 1)] : []
      return (taken + skipped).max() ?? -.infinity
    }
    return search(0, Set(0..<columns), max(0, rows - columns))
  }
}
