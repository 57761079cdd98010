import Statistics

/// The IoU values of one category, or of all, ascending.
struct IoUGroup: Sendable {
  /// `nil` for all categories together.
  let category: Int32?
  private let ious: [Double]
  /// The image of each value.
  private let images: [Int32]
  /// Objects on both sides.
  private let objects: ImageCounts
  /// How many values lie below each tier.
  private let belowTiers: [Int]

  private let means: ImageMeans

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
    self.objects = ImageCounts(
      objects.map { ImageCounts.Entry(image: $0.image, count: $0.count) }
    )
    means = ImageMeans(byImage, image: { $0.image }, columns: [{ $0.iou }])
    belowTiers = IoUStatistic.shares.map { share in
      ious.partitioningIndex { $0 >= share.tier ?? 0 }
    }
  }
}

extension IoUGroup {
  /// The mean in each resample; `nil` without a pair.
  ///
  /// - Complexity: O(images with a pair).
  func means(in resamples: Resamples) -> [Double?] { means.means(in: resamples) }

  /// The statistics in each resample.
  struct Summary: Sendable {
    /// Pairs in the first resample.
    var n: Int
    /// Objects of both sides in the first resample, a pair counted once.
    var union: Int
    /// For each of `IoUStatistic.all` in turn, one value for each resample.
    var values: [Double?]
  }

  /// - Complexity: O(pairs + images), for all resamples together.
  func summary(in resamples: Resamples) -> Summary {
    let drawn = DrawnIoUs(ious, images: images, in: resamples)
    let union = objects.total(in: resamples) &- drawn.n
    let below = belowTiers.map(drawn.count(before:))
    var values = [Double?](repeating: nil, count: IoUStatistic.all.count * resamples.count)
    for resample in 0..<resamples.count {
      var place = resample
      func put(_ value: Double?) {
        values[place] = value
        place += resamples.count
      }
      let n = drawn.n[resample]
      if n > 0 {
        put(drawn.mean(of: resample))
        put(drawn.deviation(of: resample))
        put(drawn.minimum(of: resample))
        for entry in IoUStatistic.quantiles { put(drawn.quantile(entry.share, of: resample)) }
        for below in below { put(1 - Double(below[resample]) / Double(n)) }
      }
      let all = drawn.centre * Double(n) + drawn.sum[resample]
      place = (IoUStatistic.all.count - 1) * resamples.count + resample
      put(union[resample] > 0 ? all / Double(union[resample]) : nil)
    }
    return Summary(n: drawn.n[0], union: union[0], values: values)
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
