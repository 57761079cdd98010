package import Findings

/// A defect rate that was counted, not assumed.
package struct DefectMeasurement: Hashable, Sendable {
  /// Share of the labels that are wrong.
  package var rate: Double
  /// Labels that were looked at.
  package var n: Int
  /// Ends of its 95 % interval, in 0...1 and around the rate, and how they were had.
  ///
  /// `nil` where the source gives none.
  package var interval: MetricRecord.Interval?
  /// Where it comes from: `defect-rate of audit.json`.
  package var source: String

  package init(rate: Double, n: Int, interval: MetricRecord.Interval?, source: String) {
    self.rate = rate
    self.n = n
    self.interval = interval
    self.source = source
  }

  var assumption: Assumption {
    interval.map { Assumption(rate, from: $0.low, to: $0.high) } ?? Assumption(rate)
  }
}
