/// Groups of things by how alike each two are, joined from the bottom up.
///
/// The two groups with the largest mean similarity of their members are joined, until it falls below a
/// limit. Of equal pairs that with the first members goes first, so the order of the things decides
/// nothing else.
///
/// Source: R. R. Sokal, C. D. Michener, "A Statistical Method for Evaluating Systematic Relationships",
/// 1958 (UPGMA).
package enum AverageLinkage {
  /// Positions in groups, each ascending; the largest group first, then by its first member.
  ///
  /// `similarity`: Of each two things; `nil` where it is not known. Two groups are joined only where it
  ///   is known of some of their members, and by the mean of those.
  /// - Complexity: O(n³).
  package static func groups(
    of count: Int,
    atLeast limit: Double,
    similarity: (Int, Int) -> Double?
  ) -> [[Int]] {
    var groups = (0..<count).map { [$0] }
    func mean(_ first: [Int], _ second: [Int]) -> Double? {
      let known = first.flatMap { a in second.compactMap { similarity(min(a, $0), max(a, $0)) } }
      return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
    while true {
      var best: (value: Double, first: Int, second: Int)?
      for first in groups.indices {
        for second in groups.indices.dropFirst(first + 1) {
          guard let value = mean(groups[first], groups[second]), value >= limit,
            value > best?.value ?? -.infinity
          else { continue }
          best = (value, first, second)
        }
      }
      guard let best else { break }
      groups[best.first] = (groups[best.first] + groups[best.second]).sorted()
      groups.remove(at: best.second)
    }
    return groups.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }
}
