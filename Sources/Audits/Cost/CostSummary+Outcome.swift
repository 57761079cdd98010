import Findings

extension CostSummary.Scenario {
  init(_ outcome: CostOutcome, notes: [String]) {
    let scenario = outcome.scenario
    self.init(
      name: scenario.name,
      source: scenario.source,
      assumptions: CostParameter.allCases.compactMap { parameter in
        scenario[parameter].map { assumption in
          CostSummary.Assumption(
            id: parameter.rawValue,
            summary: parameter.summary,
            value: assumption.value,
            low: assumption.low,
            high: assumption.high,
            measured: scenario.sources[parameter]
          )
        }
      },
      rounds: outcome.estimate.rounds?.corrections ?? [],
      sensitivities: CostSensitivity.all(of: scenario).map {
        .init(
          id: $0.parameter.rawValue,
          low: $0.low,
          high: $0.high,
          totalAtLow: $0.totalAtLow,
          totalAtHigh: $0.totalAtHigh
        )
      },
      frames: FramePricing(scenario).map { pricing in
        zip(pricing.densities, pricing.objectPrices).map {
          .init(objectsPerFrame: $0, objectPrice: $1)
        }
      } ?? [],
      notes: notes
    )
  }
}
