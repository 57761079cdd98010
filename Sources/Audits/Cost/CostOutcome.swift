import Findings

/// A scenario's estimate, and how far the interval of a measured defect rate moves it.
package struct CostOutcome: Sendable {
  package let scenario: CostScenario
  package let estimate: CostEstimate
  /// Defect rates between which every cost rises steadily; empty without a measured interval.
  package let boundingRates: [Double]
  /// The estimates at them.
  package let bounding: [CostEstimate]
  /// Why there is no range though the defect rate has one.
  package let rangeProblem: CostProblem?

  /// - Throws: `CostProblem` where there is no estimate at the rate itself.
  package init(_ scenario: CostScenario) throws(CostProblem) {
    self.scenario = scenario
    let figures = scenario.figures
    estimate = try CostEstimate(figures)
    guard let measured = scenario.measurement, let interval = measured.interval else {
      (boundingRates, bounding, rangeProblem) = ([], [], nil)
      return
    }
    do throws(CostProblem) {
      let rates =
        [measured.rate]
        + (try Self.turningPoints(from: interval.low, to: interval.high, figures))
      var estimates: [CostEstimate] = []
      for rate in rates { estimates.append(try CostEstimate(figures.with(.defectRate, rate))) }
      (boundingRates, bounding, rangeProblem) = (rates, estimates, nil)
    } catch {
      (boundingRates, bounding, rangeProblem) = ([], [], error)
    }
  }

  /// Labels that are drawn of a lot; `nil` where labels are corrected one by one.
  var lotSample: Int? { scenario[.lotSample].map { Int($0.value) } }

  /// A number of the estimate with its range; `nil` where it has no value.
  package func figure(_ number: (CostEstimate) -> Double?) -> CostFigure? {
    guard let value = number(estimate) else { return nil }
    let values = bounding.compactMap(number)
    guard !values.isEmpty, values.count == bounding.count else { return CostFigure(value) }
    return CostFigure(value, low: values.min(), high: values.max())
  }

  /// Rates between which every cost rises steadily: the ends, and both sides of each rate from which on
  /// one more round of rework is needed, where what is left after the last round falls.
  private static func turningPoints(
    from low: Double,
    to high: Double,
    _ figures: CostFigures
  ) throws(CostProblem) -> [Double] {
    func rounds(_ rate: Double) throws(CostProblem) -> Int? {
      try CostEstimate(figures.with(.defectRate, rate)).rounds?.corrections.count
    }
    if try rounds(low) == rounds(high) || high - low < 1e-12 { return [low, high] }
    let middle = low + (high - low) / 2
    return try turningPoints(from: low, to: middle, figures)
      + turningPoints(from: middle, to: high, figures)
  }
}
