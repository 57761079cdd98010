import Glibc

/// Hyndman and Fan's nine sample quantiles, numbered as in R; `quantile` alone is type 7.
///
/// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996.
package enum QuantileDefinition: Int, CaseIterable, Sendable {
  case inverseCDF = 1
  case averagedInverseCDF
  case nearest
  case linearCDF
  case hazen
  case weibull
  case linear
  case medianUnbiased
  case normalUnbiased

  /// The quantile of ascending values, `p` in 0...1; undefined without a value.
  package func quantile(_ p: Double, ofSorted values: [Double]) -> Measured {
    precondition(0...1 ~= p, "a probability lies in 0...1")
    guard !values.isEmpty else { return .undefined(.noValue) }
    let n = Double(values.count)
    /// 1-based, as in the paper; positions beyond an end take its value.
    func value(_ position: Double) -> Double {
      values[Int(min(max(position, 1), n)) - 1]
    }
    let h = position(p, n)
    let below = h.rounded(.down)
    switch self {
    case .inverseCDF: return .value(value(h.rounded(.up)))
    case .averagedInverseCDF:
      return .value(below == h ? (value(h) + value(h + 1)) / 2 : value(below + 1))
    case .nearest: return .value(value(h.rounded(.toNearestOrEven)))
    default: return .value(value(below) + (h - below) * (value(below + 1) - value(below)))
    }
  }

  /// Where the quantile lies among positions 1...n.
  private func position(_ p: Double, _ n: Double) -> Double {
    switch self {
    case .inverseCDF, .averagedInverseCDF, .nearest, .linearCDF: n * p
    case .hazen: n * p + 0.5
    case .weibull: (n + 1) * p
    case .linear: (n - 1) * p + 1
    case .medianUnbiased: (n + 1.0 / 3) * p + 1.0 / 3
    case .normalUnbiased: (n + 0.25) * p + 0.375
    }
  }
}
