/// Sums for Krippendorff α of ordered or numeric values.
///
/// Like `NominalCoincidences`, with the unequal pairs kept by value: memory grows with the distinct
/// pairs seen. α = 1 − (N − 1) Σ δ²(c, k)·o_ck / Σ n_c n_k δ²(c, k), o_ck weighing a unit of m values 1/(m − 1).
/// Undefined without a unit of two values, when all pairable values are equal, when a value is not
/// finite, and on the ratio scale for negative values.
///
/// Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, sections C–D.
package struct ValueCoincidences: Mergeable, Equatable {
  /// What a difference of two values means.
  package enum Scale: String, CaseIterable, Sendable {
    /// Equal or not.
    case nominal
    /// The squared difference of their mid-ranks among the pairable values.
    case ordinal
    /// The squared difference (c − k)².
    case interval
    /// The squared relative difference ((c − k)/(c + k))², 0 for two zeros.
    case ratio
  }

  private struct Pair: Hashable, Comparable, Sendable {
    let size: Int
    let low: Double
    let high: Double

    static func < (left: Self, right: Self) -> Bool {
      (left.size, left.low, left.high) < (right.size, right.low, right.high)
    }
  }

  private var uses: [Double: Int] = [:]
  private var pairs: [Pair: Int] = [:]
  private var notFinite = 0

  package init() {}

  /// A unit of any number of values; fewer than two are not pairable and add nothing.
  package mutating func addUnit(_ values: [Double]) {
    guard values.count >= 2 else { return }
    guard values.allSatisfy(\.isFinite) else {
      notFinite += 1
      return
    }
    // Adding 0 turns −0 into 0.
    let sorted = values.map { $0 + 0 }.sorted()
    for (index, low) in sorted.enumerated() {
      uses[low, default: 0] += 1
      for high in sorted[(index + 1)...] where high > low {
        pairs[Pair(size: sorted.count, low: low, high: high), default: 0] += 1
      }
    }
  }

  package mutating func merge(_ other: Self) {
    uses.merge(other.uses, uniquingKeysWith: +)
    pairs.merge(other.pairs, uniquingKeysWith: +)
    notFinite += other.notFinite
  }

  /// O(pairs + v log v) for v distinct values, O(pairs + v²) on the ratio scale.
  package func alpha(_ scale: Scale) -> Measured {
    guard notFinite == 0 else { return .undefined(.notFinite) }
    guard !uses.isEmpty else { return .undefined(.noPair) }
    guard uses.count > 1 else { return .undefined(.noVariation) }
    let sorted = uses.sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) }
    if scale == .ratio, let first = sorted.first, first.value < 0 {
      return .undefined(.negativeRatio)
    }
    let positions = positions(of: sorted, on: scale)
    let observed = pairs.sorted { $0.key < $1.key }.reduce(0) { sum, next in
      let (low, high) = (positions[next.key.low] ?? 0, positions[next.key.high] ?? 0)
      return sum + Double(next.value) * distance(low, high, scale) / Double(next.key.size - 1)
    }
    let counts = sorted.map { (position: positions[$0.value] ?? 0, count: $0.count) }
    let expected = expectedDistance(counts, scale)
    guard expected.isFinite else { return .undefined(.notFinite) }
    let total = sorted.reduce(0) { $0 + $1.count }
    return .value(1 - Double(total - 1) * observed / expected)
  }

  private func positions(
    of sorted: [(value: Double, count: Int)],
    on scale: Scale
  ) -> [Double: Double] {
    var below = 0
    var result: [Double: Double] = [:]
    for (value, count) in sorted {
      result[value] = scale == .ordinal ? Double(below) + Double(count) / 2 : value
      below += count
    }
    return result
  }

  private func distance(_ low: Double, _ high: Double, _ scale: Scale) -> Double {
    switch scale {
    case .nominal: return low == high ? 0 : 1
    case .ordinal, .interval: return (high - low) * (high - low)
    case .ratio:
      let ratio = (high - low) / (high + low)
      return ratio * ratio
    }
  }

  /// The sum of n_c n_k δ²(c, k) over unordered pairs of distinct values.
  private func expectedDistance(
    _ counts: [(position: Double, count: Int)],
    _ scale: Scale
  ) -> Double {
    switch scale {
    case .nominal:
      let total = Int128(counts.reduce(0) { $0 + $1.count })
      let equal = counts.reduce(Int128(0)) { $0 + Int128($1.count) * Int128($1.count) }
      return Double(total * total - equal) / 2
    case .ordinal, .interval:
      var sum = ExactSum()
      var squares = ExactSum()
      for (position, count) in counts {
        var square = ExactSum()
        square.add(position, times: position)
        squares.merge(square * count)
        sum.add(position, times: Double(count))
      }
      return (squares * counts.reduce(0) { $0 + $1.count } - sum * sum).value
    case .ratio:
      var total = 0.0
      for (index, low) in counts.enumerated() {
        for high in counts[(index + 1)...] {
          total +=
            Double(low.count) * Double(high.count) * distance(low.position, high.position, scale)
        }
      }
      return total
    }
  }
}

// MARK: - Codable

/// Written as sorted lists, so equal states have equal bytes.
extension ValueCoincidences: Codable {
  private struct Use: Codable {
    let value: Double
    let count: Int
  }

  private struct PairCount: Codable {
    let size: Int
    let low: Double
    let high: Double
    let count: Int
  }

  private enum CodingKeys: String, CodingKey {
    case uses
    case pairs
    case notFinite
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    notFinite = try container.decode(Int.self, forKey: .notFinite)
    guard 0...Self.largestCount ~= notFinite else { throw Self.damage(.notFinite, in: container) }
    for use in try container.decode([Use].self, forKey: .uses) {
      guard 1...Self.largestCount ~= use.count,
        uses.updateValue(use.count, forKey: use.value) == nil
      else {
        throw Self.damage(.uses, in: container)
      }
    }
    for pair in try container.decode([PairCount].self, forKey: .pairs) {
      let key = Pair(size: pair.size, low: pair.low, high: pair.high)
      guard pair.size >= 2, pair.low < pair.high, 1...Self.largestCount ~= pair.count,
        uses[pair.low] != nil,
        uses[pair.high] != nil, pairs.updateValue(pair.count, forKey: key) == nil
      else { throw Self.damage(.pairs, in: container) }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let uses = uses.sorted { $0.key < $1.key }.map { Use(value: $0.key, count: $0.value) }
    try container.encode(uses, forKey: .uses)
    let pairs = pairs.sorted { $0.key < $1.key }.map {
      PairCount(size: $0.key.size, low: $0.key.low, high: $0.key.high, count: $0.value)
    }
    try container.encode(pairs, forKey: .pairs)
    try container.encode(notFinite, forKey: .notFinite)
  }

  /// No data set has more values; a state that says so is damaged.
  private static let largestCount = 1 << 40

  private static func damage(
    _ key: CodingKeys,
    in container: KeyedDecodingContainer<CodingKeys>
  ) -> DecodingError {
    .dataCorruptedError(
      forKey: key,
      in: container,
      debugDescription: "expected each value or pair once, with a count of at least 1"
    )
  }
}
