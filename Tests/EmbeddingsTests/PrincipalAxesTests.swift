import Annotations
import Embeddings
import Testing

@Suite("Principal axes")
struct PrincipalAxesTests {
  @Test("are the directions of most variance, the largest first")
  func axes() {
    // Along (1, 1) the places are ±2√2 and along (1, −1) ±√2; nothing along the third.
    let table = VectorTable(width: 3, values: [3, 1, 5, 1, 3, 5, -1, -3, 5, -3, -1, 5] as [Double])
    let found = PrincipalAxes(table, limit: 3)
    #expect(found.centre == [0, 0, 5])
    #expect(found.axes.count == 2)
    // Variances: Σ (2√2)² · 4 / 4 = 8 and Σ (√2)² · 4 / 4 = 2.
    #expect(abs(found.shares[0] - 0.8) < 1e-12 && abs(found.shares[1] - 0.2) < 1e-12)
    let root = 0.5.squareRoot()
    for (number, expected) in zip(found.axes[0], [root, root, 0]) {
      #expect(abs(number - expected) < 1e-12)
    }
    let places = found.projected(table)
    #expect(places.width == 2 && places.count == 4)
    for (row, expected) in [8.0, 8, -8, -8].enumerated() {
      #expect(abs(places[row, 0] - expected.magnitude.squareRoot() * expected.signum) < 1e-6)
    }
  }

  @Test("keep distances where all of them are kept, and no more than asked for")
  func limit() {
    var values: [Double] = []
    for row in 0..<20 {
      for column in 0..<5 { values.append(Double((row * 7 + column * column * 3) % 11)) }
    }
    let table = VectorTable(width: 5, values: values)
    let all = PrincipalAxes(table, limit: 9)
    let places = all.projected(table)
    func square(_ table: VectorTable, _ a: Int, _ b: Int) -> Double {
      zip(table.row(a), table.row(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    for (a, b) in [(0, 1), (3, 17), (8, 12)] {
      #expect(abs(square(table, a, b) - square(places, a, b)) < 1e-4 * square(table, a, b))
    }
    #expect(PrincipalAxes(table, limit: 2).axes == Array(all.axes.prefix(2)))
    #expect(abs(all.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test("of vectors that are all one are none, and every place is zero")
  func constant() {
    let table = VectorTable(width: 2, values: [4, 5, 4, 5] as [Float])
    let found = PrincipalAxes(table, limit: 2)
    #expect(found.axes.isEmpty && found.shares.isEmpty)
    #expect(found.projected(table) == VectorTable(width: 1, values: [0, 0] as [Float]))
  }
}

extension Double {
  fileprivate var signum: Double { self < 0 ? -1 : 1 }
}
