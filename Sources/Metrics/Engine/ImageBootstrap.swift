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

  /// Intervals that one task makes.
  private static let statisticsPerTask = 64

  /// The records of all figures, with their intervals.
  ///
  /// There is no interval where half of the resamples leave a statistic undefined.
  func records(of figures: [Figures], images: Int) async -> [MetricRecord] {
    guard images > 0, replicates > 0 else { return figures.flatMap(\.records) }
    let blocks = stride(from: 0, to: replicates, by: Resamples.width).map {
      $0..<min($0 + Resamples.width, replicates)
    }
    let resampled = figures.map(\.resampled)
    let step = WorkStep("resampling", of: replicates, "resamples")
    let values = await inOrder(blocks, threads: threads, as: step) { block in
      let resamples = Resamples(block, images: images, seed: seed)
      return resampled.flatMap { $0.values(resamples) }
    }
    let count = resampled.reduce(0) { $0 + $1.records.count }
    let starts = Array(stride(from: 0, to: count, by: Self.statisticsPerTask))
    let intervals = await inOrder(starts, threads: threads) { start in
      (start..<min(start + Self.statisticsPerTask, count)).map { statistic in
        var defined: [Double] = []
        defined.reserveCapacity(replicates)
        for (block, values) in zip(blocks, values) {
          for value in values[(statistic * block.count)..<((statistic + 1) * block.count)] {
            if let value { defined.append(value) }
          }
        }
        return interval(of: defined)
      }
    }
    return Self.records(of: figures, intervals.flatMap { $0 })
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
