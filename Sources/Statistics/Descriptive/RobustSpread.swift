/// Median and median absolute deviation: location and spread that a few wild values do not move.
///
/// Breakdown at half of the values. Source: F. R. Hampel, "The influence curve and its role in robust estimation", 1974.
package struct RobustSpread: Equatable, Sendable {
  package let median: Measured
  /// Median of |x − median|, in units of the values; 0 where more than half are equal.
  package let medianAbsoluteDeviation: Measured

  /// Undefined without a value, or with one that is not finite.
  package init(_ values: [Double]) {
    guard values.allSatisfy(\.isFinite) else {
      (median, medianAbsoluteDeviation) = (.undefined(.notFinite), .undefined(.notFinite))
      return
    }
    median = Statistics.median(of: values)
    guard let middle = median.value else {
      medianAbsoluteDeviation = median
      return
    }
    medianAbsoluteDeviation = Statistics.median(of: values.map { abs($0 - middle) })
  }

  /// The deviation over the .75 quantile of the normal distribution: its standard deviation there.
  package var normalDeviation: Measured { medianAbsoluteDeviation.map { $0 / 0.6744897501960817 } }
}
