import Statistics

/// The IoU values of one category, or of all, ascending.
struct IoUGroup: Sendable {
  /// `nil` for all categories together.
  let category: Int32?
  private let ious: [Double]
  /// The image of each value.
  private let images: [Int32]
  /// Objects on both sides, by image.
  private let objects: [ImageCount]
  /// How many values lie below each tier.
  private let belowTiers: [Int]

  private let means: ImageMeans

  private struct ImageCount {
    var image: Int32
    var count: Int32
  }

  /// Images with a pair.
  var imageCount: Int { means.support }

  /// All categories together, then each that was used, by code.
  static func all(in state: IoUDistribution.State, categories: Int) -> [IoUGroup] {
    let pairs = state.pairs.rows
    // One sort serves all groups: a bucket of sorted values is sorted. Pairs of equal IoU stay in the
    // order of their images.
    let sorted = pairs.sortedStably { $0.iou.radixKey }
    let byIoU = CategoryBuckets(sorted, categories) { $0.category }
    let byImage = CategoryBuckets(pairs, categories) { $0.category }
    let objects = CategoryBuckets(state.objects.rows, categories) { $0.category }
    let all = IoUGroup(
      category: nil,
      sorted: sorted[...],
      byImage: pairs[...],
      objects: state.objects.rows[...]
    )
    return [all]
      + (0..<categories).filter { !objects[$0].isEmpty }.map { category in
        IoUGroup(
          category: Int32(category),
          sorted: byIoU[category],
          byImage: byImage[category],
          objects: objects[category]
        )
      }
  }

  /// `sorted` by IoU and `byImage` hold the same pairs.
  private init(
    category: Int32?,
    sorted: ArraySlice<IoUDistribution.PairRow>,
    byImage: ArraySlice<IoUDistribution.PairRow>,
    objects: ArraySlice<IoUDistribution.ObjectRow>
  ) {
    self.category = category
    let ious = sorted.map(\.iou)
    self.ious = ious
    images = sorted.map(\.image)
    self.objects = objects.map { ImageCount(image: $0.image, count: $0.count) }
    means = ImageMeans(byImage, image: { $0.image }, columns: [{ $0.iou }])
    belowTiers = IoUStatistic.shares.map { share in
      ious.partitioningIndex { $0 >= share.tier ?? 0 }
    }
  }
}

extension IoUGroup {
  /// The mean when each image counts as often as `weights` says; `nil` without a pair.
  ///
  /// - Complexity: O(images with a pair).
  func mean(weights: [Int32]) -> Double? { means.means(weights: weights)[0] }

  /// The statistics when each image counts as often as `weights` says.
  struct Summary: Sendable {
    /// Pairs.
    var n: Int
    /// Objects of both sides, a pair counted once.
    var union: Int
    /// One value for each of `IoUStatistic.all`.
    var values: [Double?]
  }

  /// - Complexity: O(pairs + images); one call a resample, in one walk over the values.
  func summary(weights: [Int32]?) -> Summary {
    // How many values stand up to and including each.
    var reached = [Int32](repeating: 0, count: ious.count)
    var total: Int32 = 0
    // Around a value in the middle, so that the squares do not cancel.
    let centre = ious.isEmpty ? 0 : ious[ious.count / 2]
    var (sum, squares) = (0.0, 0.0)
    for (position, iou) in ious.enumerated() {
      let weight = weights.map { $0[Int(images[position])] } ?? 1
      total &+= weight
      reached[position] = total
      let deviation = (iou - centre) * Double(weight)
      sum += deviation
      squares += deviation * (iou - centre)
    }

    let n = Int(total)
    var objectCount = 0
    for entry in objects {
      objectCount += Int(entry.count) * Int(weights.map { $0[Int(entry.image)] } ?? 1)
    }
    let union = objectCount - n
    let allIoU = centre * Double(n) + sum
    let unmatchedZero = union > 0 ? allIoU / Double(union) : nil
    guard n > 0 else {
      let undefined = [Double?](repeating: nil, count: IoUStatistic.all.count - 1)
      return Summary(n: n, union: union, values: undefined + [unmatchedZero])
    }

    let ranks = Ranks(ious: ious, reached: reached, n: n)
    let variance = n > 1 ? max(0, squares - sum * sum / Double(n)) / Double(n - 1) : nil
    let shares = belowTiers.map { below in
      1 - Double(below > 0 ? reached[below - 1] : 0) / Double(n)
    }
    return Summary(
      n: n,
      union: union,
      values: [centre + sum / Double(n), variance?.squareRoot(), ranks.value(0)]
        + IoUStatistic.quantiles.map { ranks.quantile($0.share) }
        + shares + [unmatchedZero]
    )
  }

  /// Values by their rank among all, each counted as often as it was drawn.
  private struct Ranks {
    let ious: [Double]
    let reached: [Int32]
    let n: Int

    /// Type 7 of Hyndman and Fan.
    func quantile(_ share: Double) -> Double {
      let rank = Double(n - 1) * share
      let below = Int(rank)
      let low = value(below)
      let fraction = rank - Double(below)
      return fraction > 0 ? low + (value(below + 1) - low) * fraction : low
    }

    func value(_ rank: Int) -> Double {
      var (low, high) = (0, reached.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if Int(reached[middle]) > rank { high = middle } else { low = middle + 1 }
      }
      return ious[low]
    }
  }
}

extension [Double] {
  /// The first position from which on the condition holds; the values ascend, and it holds of the last ones.
  fileprivate func partitioningIndex(where isIn: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isIn(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
