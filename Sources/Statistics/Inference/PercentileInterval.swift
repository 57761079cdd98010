/// The middle of a bootstrap distribution: type-7 quantiles of replicate values.
///
/// Nil without a defined replicate. Resample whole images, never single labels of a pair.
///
/// Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
package struct PercentileInterval: Hashable, Sendable {
  package let low: Double
  package let high: Double
  /// Replicates the limits are made of.
  package let replicates: Int
  /// Replicates that had no value and were left out; print it beside the interval.
  package let undefined: Int

  /// `undefined` counts the replicates without a value, which the caller has left out.
  package init?(replicates: [Double], undefined: Int = 0, level: Double = 0.95) {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    let finite = replicates.filter(\.isFinite)
    let limits = quantiles([(1 - level) / 2, 1 - (1 - level) / 2], of: finite)
    guard let low = limits[0].value, let high = limits[1].value else { return nil }
    self.low = low
    self.high = high
    self.replicates = finite.count
    self.undefined = undefined + replicates.count - finite.count
  }

  /// Leaves undefined replicates out and counts them.
  package init?(replicates: [Measured], level: Double = 0.95) {
    let values = replicates.compactMap(\.value)
    self.init(replicates: values, undefined: replicates.count - values.count, level: level)
  }
}
