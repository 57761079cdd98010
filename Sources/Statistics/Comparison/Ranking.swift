/// Ranks from 1, equal values sharing the mean of theirs.
package struct Ranking: Equatable, Sendable {
  /// In the order of the values.
  package let ranks: [Double]
  /// The sum of t³ − t over groups of t equal values.
  package let tieSum: Double

  package init(_ values: [Double]) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for index in order[start..<end] { ranks[index] = Double(start + 1 + end) / 2 }
      let size = Double(end - start)
      ties += size * size * size - size
      start = end
    }
    self.ranks = ranks
    tieSum = ties
  }

  /// Whether there are no two different values.
  package var isAllTied: Bool { ranks.allSatisfy { $0 == ranks.first } }

  /// The divisor of rank statistics, 1 − Σ(t³ − t)/(n³ − n), which is 0 where all values are equal.
  var tieCorrection: Double {
    let n = Double(ranks.count)
    return 1 - tieSum / (n * n * n - n)
  }
}
