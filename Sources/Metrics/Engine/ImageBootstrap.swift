import Annotations
package import Findings
import Statistics

/// Percentile intervals by resampling whole images, seeded.
///
/// Objects of one image share its difficulty and its annotator's attention, so images are the units
/// that are drawn; drawing single objects gives intervals that are too narrow.
///
/// Source: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, §13.3.
package struct ImageBootstrap: Hashable, Sendable {
  /// The number of resamples; 0 for no intervals.
  package var replicates: Int
  package var seed: UInt64
  package var threads: Int

  package init(replicates: Int = 1000, seed: UInt64 = 0, threads: Int = 1) {
    self.replicates = replicates
    self.seed = seed
    self.threads = threads
  }

  /// With objects in fewer images than this there is too little to draw from: the interval would look
  /// far more certain than the data are.
  static let minimumImages = 5

  /// Replicates that one task makes: a constant, so that results do not depend on the machine.
  private static let chunk = 25

  /// Intervals for several statistics of the same images.
  ///
  /// `statistics` gets how often each image was drawn and returns one value for each statistic, `nil`
  /// where it is undefined in that resample; such resamples are left out. `support` says in how many
  /// images each statistic has objects. An interval is `nil` where these are fewer than
  /// `minimumImages`, or where half of the resamples leave the statistic undefined; without
  /// replicates there is none.
  package func intervals(
    images: Int,
    support: [Int],
    statistics: @escaping @Sendable (_ weights: [Int32]) -> [Double?]
  ) async -> [MetricRecord.Interval?] {
    guard images > 0, replicates > 0 else { return [] }
    let starts = Array(stride(from: 0, to: replicates, by: Self.chunk))
    let parts = await inOrder(starts, threads: threads) { start in
      (start..<min(start + Self.chunk, replicates)).map { replicate in
        statistics(weights(images: images, replicate: replicate))
      }
    }
    let values = parts.flatMap { $0 }
    return await inOrder(Array(support.indices), threads: threads) { statistic in
      guard support[statistic] >= Self.minimumImages else { return nil }
      return interval(of: values.compactMap { $0[statistic] })
    }
  }

  /// How often each image is drawn in one resample of as many images as there are.
  private func weights(images: Int, replicate: Int) -> [Int32] {
    var generator = SeededGenerator(seed: seed, stream: UInt64(replicate))
    var weights = [Int32](repeating: 0, count: images)
    for _ in 0..<images { weights[generator.index(below: images)] += 1 }
    return weights
  }

  private func interval(of defined: [Double]) -> MetricRecord.Interval? {
    guard defined.count * 2 > replicates else { return nil }
    guard let interval = PercentileInterval(replicates: defined) else { return nil }
    return MetricRecord.Interval(
      low: interval.low,
      high: interval.high,
      method: "bootstrap-image-95"
    )
  }
}
