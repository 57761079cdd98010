package import Findings

/// Estimates what labels cost, one way of buying them beside another.
package struct CostRun: Sendable {
  private let scenarios: [CostScenario]
  private let inputs: [AuditReport.Input]
  private let measured: [MetricRecord]

  /// - Parameters:
  ///   - scenarios: At least one, with names of their own; the others are compared with the first, and
  ///     take its volume and price where they have none.
  ///   - inputs: Data sets that a defect rate was measured on.
  ///   - measured: What else was measured there.
  package init(
    scenarios: [CostScenario],
    inputs: [AuditReport.Input] = [],
    measured: [MetricRecord] = []
  ) {
    precondition(!scenarios.isEmpty, "a run needs a scenario")
    precondition(
      Set(scenarios.map(\.name)).count == scenarios.count,
      "scenarios have names of their own"
    )
    self.scenarios = scenarios
    self.inputs = inputs
    self.measured = measured
  }

  /// - Throws: `CostProblem` where a scenario lacks a number, by its name.
  package func report() throws(CostProblem) -> AuditReport {
    let currency = scenarios.map(\.currency).first { !$0.isEmpty } ?? ""
    var outcomes: [CostOutcome] = []
    for scenario in completed {
      do throws(CostProblem) { outcomes.append(try CostOutcome(scenario)) } catch {
        throw CostProblem("\(scenario.name): \(error.description)")
      }
    }
    let metrics = try records(outcomes) + measured
    return AuditReport(
      tool: .current,
      command: "cost",
      parameters: parameters,
      inputs: inputs,
      metrics: metrics,
      definitions: Definitions.of(metrics),
      cost: CostSummary(currency: currency, scenarios: summaries(outcomes)),
      findings: .init(total: 0, rules: [], items: [])
    )
  }

  /// The scenarios with what they take from the first one, and with what is assumed.
  private var completed: [CostScenario] {
    var first = scenarios[0]
    if first[.price] == nil, first[.pricePerFrame] == nil { first[.price] = Assumption(1) }
    return [first.completed]
      + scenarios.dropFirst().map { scenario in
        var scenario = scenario
        Self.take([.labels, .frames], from: first, into: &scenario)
        Self.take([.objectsPerFrame], from: first, into: &scenario)
        Self.take([.price, .pricePerFrame], from: first, into: &scenario)
        return scenario.completed
      }
  }

  /// Takes some numbers from another scenario, if this one has none of them.
  private static func take(
    _ parameters: [CostParameter],
    from other: CostScenario,
    into scenario: inout CostScenario
  ) {
    guard parameters.allSatisfy({ scenario[$0] == nil }) else { return }
    for parameter in parameters where other[parameter] != nil {
      scenario[parameter] = other[parameter]
    }
  }

  private var parameters: [String: AuditReport.ParameterValue] {
    var parameters: [String: AuditReport.ParameterValue] = [:]
    for scenario in scenarios {
      let prefix = scenarios.count == 1 ? "" : "\(scenario.name): "
      for (parameter, assumption) in scenario.assumptions {
        parameters[prefix + parameter.rawValue] = .number(assumption.value)
      }
    }
    return parameters
  }

  private func records(_ outcomes: [CostOutcome]) throws(CostProblem) -> [MetricRecord] {
    func slice(_ outcome: CostOutcome) -> SliceLabel {
      CostSummary.slice(of: outcome.scenario.name, among: outcomes.count)
    }
    var records = outcomes.flatMap { CostMetrics.records($0, slice($0)) }
    for other in outcomes.dropFirst() {
      let breakEven = try BreakEven(outcomes[0], other)
      records += CostMetrics.records(breakEven, other, slice(other))
    }
    return records
  }

  private func summaries(_ outcomes: [CostOutcome]) -> [CostSummary.Scenario] {
    outcomes.enumerated().map { position, outcome in
      let notes = CostNotes(
        outcome,
        given: scenarios[0],
        first: position > 0 ? outcomes[0] : nil
      )
      return CostSummary.Scenario(outcome, notes: notes.lines)
    }
  }
}
