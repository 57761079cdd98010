import Annotations
import Findings
import Statistics

/// Percentile intervals by resampling whole images, seeded.
///
/// Objects of one image share its difficulty and its annotator's attention, so images are the units
/// that are drawn; drawing single objects gives intervals that are too narrow. A number about a part of
/// the images is had from the same draws of all of them.
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

  /// With objects in fewer images than this there is too little to draw from.
  ///
  /// The interval would look far more certain than the data are. A metric leaves such numbers out of what is resampled.
  static let minimumImages = 5

  /// Replicates that one task makes: a constant, so that results do not depend on the machine.
  private static let chunk = 10

  /// The records of all figures, with their intervals.
  ///
  /// There is no interval where half of the resamples leave a statistic undefined.
  func records(of figures: [Figures], images: Int) async -> [MetricRecord] {
    guard images > 0, replicates > 0 else { return figures.flatMap(\.records) }
    let starts = Array(stride(from: 0, to: replicates, by: Self.chunk))
    let resampled = figures.map(\.resampled)
    let step = WorkStep("resampling", of: replicates, "resamples")
    let parts = await inOrder(starts, threads: threads, as: step) { start in
      (start..<min(start + Self.chunk, replicates)).map { replicate in
        let weights = weights(images: images, replicate: replicate)
        return resampled.flatMap { $0.values(weights) }
      }
    }
    let values = parts.flatMap { $0 }
    let count = resampled.reduce(0) { $0 + $1.records.count }
    let intervals = await inOrder(Array(0..<count), threads: threads) { statistic in
      interval(of: values.compactMap { $0[statistic] })
    }
    return Self.records(of: figures, intervals)
  }

  private static func records(
    of figures: [Figures],
    _ intervals: [MetricRecord.Interval?]
  ) -> [MetricRecord] {
    var rest = intervals[...]
    return figures.flatMap { figures in
      var records = figures.records
      for position in figures.resampled.records {
        guard let interval = rest.removeFirst() else { continue }
        records[position].interval = interval
      }
      return records
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
