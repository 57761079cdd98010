/// Concordance of m annotators' rankings of n items (Kendall's W), corrected for ties.
///
/// W = (12 Σ R² − 3m²n(n + 1)²) / (m²(n³ − n) − m Σ(t³ − t)), R the rank sums; in 0…1. χ² = m(n − 1)W is Friedman's statistic.
/// Undefined for fewer than two items, without an annotator, and where every annotator ties all items.
///
/// Source: M. G. Kendall, B. Babington Smith, "The problem of m rankings", 1939.
package struct KendallConcordance: Equatable, Sendable {
  package let items: Int
  package let annotators: Int
  package let concordance: Measured
  /// As if no ranks were tied: 12 S / m²(n³ − n).
  package let uncorrected: Measured

  /// Complete rows, one item each, of one score per annotator.
  package init(_ rows: [[Double]]) {
    let annotators = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == annotators }, "every item has all annotators")
    items = rows.count
    self.annotators = annotators
    guard items >= 2, annotators >= 1 else {
      (concordance, uncorrected) = (.undefined(.tooFewSubjects), .undefined(.tooFewSubjects))
      return
    }
    let rankings = (0..<annotators).map { column in Ranking(rows.map { $0[column] }) }
    let (n, m) = (Double(items), Double(annotators))
    let spread = rows.indices.reduce(0) { sum, row in
      let deviation = rankings.reduce(0) { $0 + $1.ranks[row] } - m * (n + 1) / 2
      return sum + deviation * deviation
    }
    let full = m * m * (n * n * n - n)
    uncorrected = .value(12 * spread / full)
    concordance =
      rankings.allSatisfy(\.isAllTied)
      ? .undefined(.noVariation)
      : .value(12 * spread / (full - m * rankings.reduce(0) { $0 + $1.tieSum }))
  }

  /// Friedman's test that the annotators rank at random.
  package var test: ChiSquareTest? {
    guard let concordance = concordance.value else { return nil }
    return ChiSquareTest(
      statistic: Double(annotators) * Double(items - 1) * concordance,
      degreesOfFreedom: items - 1
    )
  }
}
