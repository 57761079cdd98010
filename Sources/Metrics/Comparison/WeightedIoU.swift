/// The statistics of ascending IoU values, each counting a whole number of times.
struct WeightedIoU {
  /// Pairs, counted.
  let n: Int
  /// Objects of both sides, a pair counted once.
  let union: Int
  /// One value for each of `names`.
  let values: [Double?]

  /// What one of `values` is.
  struct Name {
    var id: String
    /// The tier of an `iou-share`.
    var tier: Double?
  }

  static let quantiles: [(id: String, share: Double)] = [
    ("iou-p05", 0.05), ("iou-p10", 0.1), ("iou-p25", 0.25),
    ("iou-median", 0.5), ("iou-p75", 0.75), ("iou-p90", 0.9),
  ]

  private static let names: [Name] =
    ["iou-mean", "iou-sd", "iou-min"].map { Name(id: $0) }
    + quantiles.map { Name(id: $0.id) }
    + IoUDistribution.tiers.map { Name(id: "iou-share", tier: $0) }
    + [Name(id: "iou-mean-unmatched-zero")]

  static let count = names.count

  var named: [(id: String, tier: Double?, value: Double?)] {
    zip(Self.names, values).map { ($0.id, $0.tier, $1) }
  }

  /// `counts` says how often each of `sorted` counts; `objects` is n_A + n_B.
  init(sorted: [Double], counts: [Int32], objects: Int) {
    var n = 0
    var sum = 0.0
    var minimum: Double?
    for (iou, count) in zip(sorted, counts) where count > 0 {
      if minimum == nil { minimum = iou }
      n += Int(count)
      sum += iou * Double(count)
    }
    self.n = n
    union = objects - n
    let unmatchedZero = union > 0 ? sum / Double(union) : nil
    guard n > 0, let minimum else {
      values = [Double?](repeating: nil, count: Self.count - 1) + [unmatchedZero]
      return
    }
    let mean = sum / Double(n)
    values =
      [mean, Self.deviation(sorted, counts, mean: mean, n: n), minimum]
      + Self.quantiles(sorted, counts, n: n)
      + Self.shares(sorted, counts, n: n) + [unmatchedZero]
  }

  private static func deviation(
    _ sorted: [Double],
    _ counts: [Int32],
    mean: Double,
    n: Int
  ) -> Double? {
    guard n > 1 else { return nil }
    var squares = 0.0
    for (iou, count) in zip(sorted, counts) {
      squares += (iou - mean) * (iou - mean) * Double(count)
    }
    return (squares / Double(n - 1)).squareRoot()
  }

  /// Type 7 quantiles in one walk over the values.
  private static func quantiles(_ sorted: [Double], _ counts: [Int32], n: Int) -> [Double?] {
    var results: [Double?] = []
    var position = -1
    var reached = 0  // How many values stand up to and including `position`.
    func value(at rank: Int) -> Double {
      while reached <= rank {
        position += 1
        reached += Int(counts[position])
      }
      return sorted[position]
    }
    for quantile in Self.quantiles {
      let rank = Double(n - 1) * quantile.share
      let below = Int(rank)
      let fraction = rank - Double(below)
      let low = value(at: below)
      guard fraction > 0 else {
        results.append(low)
        continue
      }
      let mark = (position, reached)
      let high = value(at: below + 1)
      (position, reached) = mark
      results.append(low + (high - low) * fraction)
    }
    return results
  }

  private static func shares(_ sorted: [Double], _ counts: [Int32], n: Int) -> [Double?] {
    IoUDistribution.tiers.map { tier in
      let reaching = zip(sorted, counts).reduce(0) { $0 + ($1.0 >= tier ? Int($1.1) : 0) }
      return Double(reaching) / Double(n)
    }
  }
}
