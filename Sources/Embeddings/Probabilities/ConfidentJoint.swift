/// How many items of each given label are confidently of each label (confident learning).
///
/// An item counts for label g where p(g) reaches the mean p(g) of the items that have g; the most
/// probable of several. Items that reach none are in no cell.
///
/// Source: C. G. Northcutt, L. Jiang, I. L. Chuang, "Confident learning: estimating uncertainty in
/// dataset labels", 2021, section 3.1; the rounding is that of cleanlab 2.9.
package struct ConfidentJoint: Sendable {
  package let labels: Int
  /// `labels × labels`; row = given label, column = confident label; at least 1 on the diagonal.
  package let counts: [Int]
  /// By row of the table: the label it is confidently of.
  package let confidentLabels: [Int32?]
  /// By label: how many items have it.
  package let givenCounts: [Int]

  /// What a threshold may be missed by.
  private static let tolerance = 1e-6

  package init(_ table: ProbabilityTable, labels given: [Int32]) {
    let thresholds = LabelQuality(table, labels: given).confidentThresholds
    var counts = [Int](repeating: 0, count: table.labels * table.labels)
    var givenCounts = [Int](repeating: 0, count: table.labels)
    var confident: [Int32?] = []
    for (row, label) in given.enumerated() {
      givenCounts[Int(label)] += 1
      let reached = (0..<table.labels).filter {
        table[row, $0] >= thresholds[$0] - Self.tolerance
      }
      let guess = reached.count > 1 ? table.prediction(row) : reached.first
      confident.append(guess.map(Int32.init))
      if let guess { counts[Int(label) * table.labels + guess] += 1 }
    }
    for place in stride(from: 0, to: counts.count, by: table.labels + 1) {
      counts[place] = max(1, counts[place])
    }
    labels = table.labels
    self.counts = counts
    confidentLabels = confident
    self.givenCounts = givenCounts
  }

  /// The same, with rows that sum to the number of items of their label.
  package var calibrated: [Int] {
    let total = Double(givenCounts.reduce(0, +))
    var rows = (0..<labels).flatMap { row -> [Double] in
      let cells = counts[row * labels..<(row + 1) * labels]
      let sum = Double(cells.reduce(0, +))
      return cells.map { Double($0) / sum * Double(givenCounts[row]) }
    }
    let sum = rows.reduce(0, +)
    for place in rows.indices { rows[place] = rows[place] / max(sum, 1e-100) * total }
    return (0..<labels).flatMap { Self.rounded(Array(rows[$0 * labels..<($0 + 1) * labels])) }
  }

  /// Whole numbers near these that have the same sum.
  private static func rounded(_ numbers: [Double]) -> [Int] {
    var whole = numbers.map { $0.rounded(.toNearestOrEven) }
    let sum = numbers.reduce(0, +).rounded(.toNearestOrEven)
    var difference = sum - whole.reduce(0, +)
    while difference != 0 {
      // Those that rounding took the most from grow first, those it gave the most shrink first.
      let sign = difference < 0 ? 1.0 : -1.0
      let order = numbers.indices.sorted {
        (sign * (numbers[$0] - whole[$0]), $0) < (sign * (numbers[$1] - whole[$1]), $1)
      }
      for place in order.prefix(Int(abs(difference))) { whole[place] += difference < 0 ? -1 : 1 }
      difference = sum - whole.reduce(0, +)
    }
    return whole.map { Int($0) }
  }
}
