/// How much the total moves with one number, all others held: a bar of a tornado.
package struct CostSensitivity: Hashable, Sendable {
  package let parameter: CostParameter
  /// The ends of what the number may be.
  package let low: Double
  package let high: Double
  /// The total at each end; `nil` where there is no estimate.
  package let totalAtLow: Double?
  package let totalAtHigh: Double?

  /// How far a number may be off where no range was given.
  package static let assumedSpread = 0.25

  /// The distance between the totals; infinite where one end has none.
  package var swing: Double {
    guard let totalAtLow, let totalAtHigh else { return .infinity }
    return abs(totalAtHigh - totalAtLow)
  }

  /// Sensitivities of every uncertain number, the largest first; those that move nothing are left out.
  package static func all(of scenario: CostScenario) -> [CostSensitivity] {
    CostParameter.allCases.compactMap { parameter in
      guard let (low, high) = range(of: parameter, in: scenario), low < high else { return nil }
      return CostSensitivity(
        parameter: parameter,
        low: low,
        high: high,
        totalAtLow: total(scenario, parameter, low),
        totalAtHigh: total(scenario, parameter, high)
      )
    }
    .filter { $0.swing > 0 }
    // Equal swings stay in the order of the parameters.
    .enumerated()
    .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }
    .map(\.element)
  }

  private static func range(
    of parameter: CostParameter,
    in scenario: CostScenario
  ) -> (low: Double, high: Double)? {
    guard let assumption = scenario[parameter] else { return nil }
    if let low = assumption.low, let high = assumption.high { return (low, high) }
    guard !parameter.isAgreed else { return nil }
    func inBounds(_ value: Double) -> Double {
      min(max(value, parameter.bounds.lowerBound), parameter.bounds.upperBound)
    }
    return (
      inBounds(assumption.value * (1 - assumedSpread)),
      inBounds(assumption.value * (1 + assumedSpread))
    )
  }

  private static func total(
    _ scenario: CostScenario,
    _ parameter: CostParameter,
    _ value: Double
  ) -> Double? {
    try? CostEstimate(scenario.figures.with(parameter, value)).total
  }
}
