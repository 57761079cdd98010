/// How a sample is shared out among strata.
package enum SampleAllocation: String, CaseIterable, Sendable {
  /// By the strata's sizes, at least one of each.
  case proportional
  /// The same number of each, as far as there are so many; what one lacks goes to the others.
  case equal

  /// Units to draw of each stratum; their sum is `total`, or what there is where that is less.
  ///
  /// Where there are fewer units to draw than strata, the largest strata get one each.
  package func shares(of total: Int, among sizes: [Int]) -> [Int] {
    precondition(total >= 0 && sizes.allSatisfy { $0 >= 0 }, "counts are not negative")
    let filled = sizes.indices.filter { sizes[$0] > 0 }
    guard total < sizes.reduce(0, +) else { return sizes }
    var shares = [Int](repeating: 0, count: sizes.count)
    guard total > filled.count else {
      let largest = filled.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      for index in largest.prefix(total) { shares[index] = 1 }
      return shares
    }
    for index in filled { shares[index] = 1 }
    switch self {
    case .proportional: fillProportionally(&shares, total - filled.count, sizes, filled)
    case .equal: fillEqually(&shares, total - filled.count, sizes, filled)
    }
    return shares
  }

  /// Shares `left` out by what each has left, rounded by the largest remainder, ties by position.
  private func fillProportionally(
    _ shares: inout [Int],
    _ left: Int,
    _ sizes: [Int],
    _ filled: [Int]
  ) {
    let all = UInt(sizes.reduce(0, +) - filled.count)
    var missing = left
    var remainders: [(index: Int, remainder: UInt)] = []
    for index in filled {
      let product = UInt(left).multipliedFullWidth(by: UInt(sizes[index] - 1))
      // Fewer are left than there are units, so the quotient fits.
      let (quotient, remainder) = all.dividingFullWidth(product)
      shares[index] += Int(quotient)
      missing -= Int(quotient)
      remainders.append((index, remainder))
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for (index, _) in remainders.prefix(missing) { shares[index] += 1 }
  }

  private func fillEqually(
    _ shares: inout [Int],
    _ left: Int,
    _ sizes: [Int],
    _ filled: [Int]
  ) {
    var left = left
    while left > 0 {
      let open = filled.filter { shares[$0] < sizes[$0] }
      guard !open.isEmpty else { return }
      let each = max(1, left / open.count)
      for index in open where left > 0 {
        let more = min(each, sizes[index] - shares[index], left)
        shares[index] += more
        left -= more
      }
    }
  }
}
