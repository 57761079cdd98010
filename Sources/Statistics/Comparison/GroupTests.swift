import Glibc

/// Tests whether groups of values differ in location or spread.
///
/// Each is nil where it has no value: fewer than two groups, an empty one, a value that is not
/// finite, no variation at all.
package enum GroupTests {
  /// One-way analysis of variance: mean square between groups over that within.
  ///
  /// The ratio is infinite where values vary between groups only.
  package static func anova(_ groups: [[Double]]) -> VarianceRatioTest? {
    let n = groups.reduce(0) { $0 + $1.count }
    guard areComparable(groups), n > groups.count else { return nil }
    let moments = groups.map { Moments($0) }
    let within = moments.reduce(0) { $0 + ($1.populationVariance.value ?? 0) * Double($1.n) }
    let between = betweenGroups(moments)
    guard within > 0 || between > 0 else { return nil }
    return VarianceRatioTest(
      ratio: between / Double(groups.count - 1) / (within / Double(n - groups.count)),
      numerator: groups.count - 1,
      denominator: n - groups.count
    )
  }

  /// Tests equal spread by the analysis of variance of the distances from each group's centre.
  ///
  /// With medians it is Brown and Forsythe's test, robust to skew; with means Levene's.
  ///
  /// Sources: H. Levene, "Robust tests for equality of variances", 1960; M. B. Brown, A. B. Forsythe, "Robust tests
  /// for the equality of variances", 1974.
  package static func spread(_ groups: [[Double]], about centre: Centre) -> VarianceRatioTest? {
    anova(
      groups.map { group in
        let sorted = group.sorted()
        let measured =
          centre == .median ? median(ofSorted: sorted) : Moments(group).mean
        guard let middle = measured.value else { return [] }
        return group.map { abs($0 - middle) }
      }
    )
  }

  package enum Centre: Sendable {
    case mean
    case median
  }

  /// Bartlett's test of equal variances; sensitive to tails, so a second opinion only.
  ///
  /// Infinite where some groups vary and others do not; nil for a group of one.
  ///
  /// Source: M. S. Bartlett, "Properties of sufficiency and statistical tests", 1937.
  package static func bartlett(_ groups: [[Double]]) -> ChiSquareTest? {
    let moments = groups.map { Moments($0) }
    let variances = moments.compactMap(\.variance.value)
    guard groups.count >= 2, variances.count == groups.count, variances.contains(where: { $0 > 0 })
    else { return nil }
    let degrees = moments.map { Double($0.n - 1) }
    let total = degrees.reduce(0, +)
    let pooled = zip(degrees, variances).reduce(0) { $0 + $1.0 * $1.1 } / total
    let logs = zip(degrees, variances).reduce(0) { $0 + $1.0 * log(pooled / $1.1) }
    let inverses = degrees.reduce(0) { $0 + 1 / $1 } - 1 / total
    return ChiSquareTest(
      statistic: logs / (1 + inverses / (3 * Double(groups.count - 1))),
      degreesOfFreedom: groups.count - 1
    )
  }

  /// Kruskal and Wallis's rank test of equal location, corrected for ties.
  ///
  /// Source: W. H. Kruskal, W. A. Wallis, "Use of ranks in one-criterion variance analysis", 1952.
  package static func kruskalWallis(_ groups: [[Double]]) -> ChiSquareTest? {
    guard areComparable(groups) else { return nil }
    let ranking = Ranking(groups.flatMap { $0 })
    let n = Double(ranking.ranks.count)
    guard !ranking.isAllTied else { return nil }
    var start = 0
    var sum = 0.0
    for group in groups {
      let ranks = ranking.ranks[start..<(start + group.count)]
      start += group.count
      let deviation = ranks.reduce(0, +) - Double(group.count) * (n + 1) / 2
      sum += deviation * deviation / Double(group.count)
    }
    return ChiSquareTest(
      statistic: 12 * sum / (n * (n + 1)) / ranking.tieCorrection,
      degreesOfFreedom: groups.count - 1
    )
  }

  /// Fligner and Killeen's test of equal spread: normal scores of the ranked distances from medians.
  ///
  /// Source: W. J. Conover, M. E. Johnson, M. M. Johnson, "A comparative study of tests for homogeneity of
  /// variances", 1981.
  package static func fligner(_ groups: [[Double]]) -> ChiSquareTest? {
    guard areComparable(groups) else { return nil }
    let distances = groups.map { group in
      let middle = median(ofSorted: group.sorted()).value ?? 0
      return group.map { abs($0 - middle) }
    }
    let ranking = Ranking(distances.flatMap { $0 })
    guard !ranking.isAllTied else { return nil }
    let n = Double(ranking.ranks.count)
    let scores = ranking.ranks.map { normalQuantile(0.5 + $0 / (2 * (n + 1))) }
    let all = Moments(scores)
    guard let mean = all.mean.value, let variance = all.variance.value else { return nil }
    var start = 0
    var sum = 0.0
    for group in groups {
      let own = scores[start..<(start + group.count)]
      start += group.count
      let deviation = own.reduce(0, +) / Double(group.count) - mean
      sum += Double(group.count) * deviation * deviation
    }
    return ChiSquareTest(statistic: sum / variance, degreesOfFreedom: groups.count - 1)
  }

  private static func areComparable(_ groups: [[Double]]) -> Bool {
    groups.count >= 2 && groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isFinite) }
  }

  private static func betweenGroups(_ moments: [Moments]) -> Double {
    let means = moments.map { $0.mean.value ?? 0 }
    let n = moments.reduce(0) { $0 + $1.n }
    let origin = means.first ?? 0
    let mean = zip(moments, means).reduce(0) { $0 + Double($1.0.n) * ($1.1 - origin) } / Double(n)
    return zip(moments, means).reduce(0) { sum, next in
      let deviation = next.1 - origin - mean
      return sum + Double(next.0.n) * deviation * deviation
    }
  }
}
