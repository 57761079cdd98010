import Statistics

/// The IoU values of one category, or of all, ascending.
struct IoUGroup: Sendable {
  private let ious: [Double]
  /// Objects on both sides.
  private let objects: Int
  /// How many values lie below each tier.
  private let belowTiers: [Int]
  private let drawn: Drawn?

  /// What resamples are drawn from.
  private struct Drawn: Sendable {
    /// The image of each value.
    var images: [Int32]
    /// Objects on both sides.
    var objects: ImageCounts
  }

  /// Takes what is asked of the pairs, and no more.
  ///
  /// `sorted`: Pairs by ascending IoU.
  /// `isDrawn`: Whether resamples are drawn from them.
  init(
    _ sorted: ArraySlice<IoUDistribution.PairRow>,
    objects: ArraySlice<IoUDistribution.ObjectRow>,
    isDrawn: Bool
  ) {
    let ious = sorted.map(\.iou)
    self.ious = ious
    self.objects = objects.reduce(0) { $0 + Int($1.count) }
    belowTiers = IoUStatistic.shares.map { share in
      ious.partitioningIndex { $0 >= share.tier ?? 0 }
    }
    guard isDrawn else {
      drawn = nil
      return
    }
    drawn = Drawn(
      images: sorted.map(\.image),
      objects: ImageCounts(
        objects.map { ImageCounts.Entry(image: $0.image, count: $0.count) }
      )
    )
  }

  /// Pairs.
  var n: Int { ious.count }

  /// Objects of both sides, a pair counted once.
  var union: Int { objects - n }

  /// For each of `IoUStatistic.all` its value, or `nil` where it is undefined.
  ///
  /// To the bit what the draws of all images, each once, give.
  var values: [Double?] {
    guard let least = ious.first else {
      return IoUStatistic.all.map { $0 == .unmatchedZero && union > 0 ? 0 : nil }
    }
    // Around a value in the middle, so that the squares do not cancel.
    let centre = ious[n / 2]
    var (sum, squares) = (0.0, 0.0)
    for iou in ious {
      let deviation = iou - centre
      sum += deviation
      squares += deviation * deviation
    }
    let variance = n > 1 ? max(0, squares - sum * sum / Double(n)) / Double(n - 1) : nil
    return [centre + sum / Double(n), variance?.squareRoot(), least]
      + IoUStatistic.quantiles.map { quantile($0.share) }
      + belowTiers.map { 1 - Double($0) / Double(n) }
      + [union > 0 ? (centre * Double(n) + sum) / Double(union) : nil]
  }

  /// Type 7 of Hyndman and Fan; there is a value.
  private func quantile(_ share: Double) -> Double {
    let rank = Double(n - 1) * share
    let below = Int(rank)
    let fraction = rank - Double(below)
    guard fraction > 0 else { return ious[below] }
    return ious[below] + (ious[below + 1] - ious[below]) * fraction
  }
}

extension IoUGroup {
  /// For each of `IoUStatistic.all` in turn, one value for each resample; none where no resamples are drawn.
  ///
  /// - Complexity: O(pairs + images), for all resamples together.
  func values(in resamples: Resamples) -> [Double?] {
    guard let drawn else { return [] }
    let ious = DrawnIoUs(ious, images: drawn.images, in: resamples)
    let union = drawn.objects.total(in: resamples) &- ious.n
    let below = belowTiers.map(ious.count(before:))
    var values = [Double?](repeating: nil, count: IoUStatistic.all.count * resamples.count)
    for resample in 0..<resamples.count {
      var place = resample
      func put(_ value: Double?) {
        values[place] = value
        place += resamples.count
      }
      let n = ious.n[resample]
      if n > 0 {
        put(ious.mean(of: resample))
        put(ious.deviation(of: resample))
        put(ious.minimum(of: resample))
        for entry in IoUStatistic.quantiles { put(ious.quantile(entry.share, of: resample)) }
        for below in below { put(1 - Double(below[resample]) / Double(n)) }
      }
      let all = ious.centre * Double(n) + ious.sum[resample]
      place = (IoUStatistic.all.count - 1) * resamples.count + resample
      put(union[resample] > 0 ? all / Double(union[resample]) : nil)
    }
    return values
  }
}
