/// One order out of several scores (reciprocal-rank fusion).
///
/// fused = Σ 1 / (60 + rank), over the scores that the row has; the highest score has rank 1, equals
/// share the mean of their ranks. What a score is measured in does not matter.
///
/// Source: G. V. Cormack, C. L. A. Clarke, S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and
/// individual rank learning methods", 2009.
package enum RankFusion {
  private static let damping = 60.0

  /// `scores`: Each a number for every row, the higher the more suspect; `nil` for none.
  package static func fused(_ scores: [[Double?]], count: Int) -> [Double] {
    var fused = [Double](repeating: 0, count: count)
    for score in scores {
      precondition(score.count == count, "a score has a place for every row")
      for (row, rank) in ranks(score).enumerated() {
        if let rank { fused[row] += 1 / (damping + rank) }
      }
    }
    return fused
  }

  /// 1 for the highest; equals share the mean of theirs.
  package static func ranks(_ score: [Double?]) -> [Double?] {
    let rows = score.indices.filter { score[$0] != nil }
      .sorted { (-(score[$0] ?? 0), $0) < (-(score[$1] ?? 0), $1) }
    var ranks = [Double?](repeating: nil, count: score.count)
    var first = 0
    while first < rows.count {
      var next = first + 1
      while next < rows.count, score[rows[next]] == score[rows[first]] { next += 1 }
      // Ranks first + 1 … next have this mean.
      for place in first..<next { ranks[rows[place]] = Double(first + 1 + next) / 2 }
      first = next
    }
    return ranks
  }
}
