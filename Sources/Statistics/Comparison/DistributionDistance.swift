/// How far two samples' distributions are apart; ascending order is not required.
package enum DistributionDistance {
  /// Wasserstein-1: the area between the distribution functions, in units of the values.
  package static func wasserstein(_ first: WeightedSample, _ second: WeightedSample) -> Measured {
    integral(first, second) { abs($0) }
  }

  /// Energy distance √(2 ∫(F − G)²).
  ///
  /// Source: G. J. Székely, M. L. Rizzo, "Energy statistics", 2013.
  package static func energy(_ first: WeightedSample, _ second: WeightedSample) -> Measured {
    integral(first, second) { $0 * $0 }.map { (2 * $0).squareRoot() }
  }

  private static func integral(
    _ first: WeightedSample,
    _ second: WeightedSample,
    of term: (_ difference: Double) -> Double
  ) -> Measured {
    guard first.total > 0, second.total > 0 else { return .undefined(.noValue) }
    var (i, j) = (0, 0)
    var (below, above) = (0.0, 0.0)
    var last: Double?
    var sum = 0.0
    while i < first.points.count || j < second.points.count {
      let next = min(
        i < first.points.count ? first.points[i].value : .infinity,
        j < second.points.count ? second.points[j].value : .infinity
      )
      if let last { sum += term(below / first.total - above / second.total) * (next - last) }
      while i < first.points.count, first.points[i].value == next {
        below += first.points[i].weight
        i += 1
      }
      while j < second.points.count, second.points[j].value == next {
        above += second.points[j].weight
        j += 1
      }
      last = next
    }
    return .value(sum)
  }
}

/// Values with weights of at least 0, ascending.
package struct WeightedSample: Equatable, Sendable {
  let points: [Point]
  let total: Double

  struct Point: Equatable, Sendable {
    let value: Double
    let weight: Double
  }

  /// Equal weights where none are given.
  package init(_ values: [Double], weights: [Double]? = nil) {
    let weights = weights ?? Array(repeating: 1, count: values.count)
    precondition(weights.count == values.count, "one weight per value")
    precondition(values.allSatisfy(\.isFinite), "values are finite")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are 0 or more")
    points = zip(values, weights).map { Point(value: $0, weight: $1) }
      .sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
    total = points.reduce(0) { $0 + $1.weight }
  }
}
