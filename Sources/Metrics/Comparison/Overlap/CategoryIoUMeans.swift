/// The mean IoU of the pairs of each category, without a copy of their values.
struct CategoryIoUMeans {
  /// By category code: pairs.
  private(set) var counts: [Int]
  private var centres: [Double]
  /// Around the centres.
  private var sums: [Double]

  /// `sorted`: Pairs by ascending IoU, which is the order of addition.
  init(_ sorted: [IoUDistribution.PairRow], categories: Int) {
    counts = [Int](repeating: 0, count: categories)
    for pair in sorted { counts[Int(pair.category)] += 1 }
    centres = [Double](repeating: 0, count: categories)
    sums = centres
    var seen = [Int](repeating: 0, count: categories)
    for pair in sorted {
      let category = Int(pair.category)
      if seen[category] == counts[category] / 2 { centres[category] = pair.iou }
      seen[category] += 1
    }
    for pair in sorted { sums[Int(pair.category)] += pair.iou - centres[Int(pair.category)] }
  }

  /// `nil` without a pair.
  subscript(category: Int) -> Double? {
    counts[category] > 0 ? centres[category] + sums[category] / Double(counts[category]) : nil
  }
}
