package import Findings
import Statistics

/// The numbers of a metric, and how those of a resample of the images are had.
package struct Figures: Sendable {
  /// Without the intervals that a bootstrap gives.
  package var records: [MetricRecord]
  /// Statistics that get such an interval.
  package var resampled: Resampled

  package init(_ records: [MetricRecord], resampled: Resampled = .none) {
    self.records = records
    self.resampled = resampled
  }
}

/// Statistics of resamples of the images.
package struct Resampled: Sendable {
  /// Position of each statistic's record among those of its `Figures`.
  package var records: [Int]
  /// The values of the first of `records` in each resample, then those of the second, and so on; `nil`
  /// where it is undefined in that resample.
  package var values: @Sendable (Resamples) -> [Double?]

  package init(records: [Int], values: @escaping @Sendable (Resamples) -> [Double?]) {
    self.records = records
    self.values = values
  }

  package static let none = Resampled(records: []) { _ in [] }
}
