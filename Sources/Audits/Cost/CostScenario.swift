/// One way of buying labels: its numbers, and where they come from.
package struct CostScenario: Hashable, Sendable {
  package var name: String
  /// Where the numbers come from, in words; empty where the user gave them.
  package var source: String
  /// What money is counted in; empty where costs are in prices of a label.
  package var currency: String
  /// Rivals never stand together.
  package private(set) var assumptions: [CostParameter: Assumption] = [:]
  /// How the defect rate was measured; `nil` where it is an assumption.
  package private(set) var measurement: DefectMeasurement?
  /// Where measured numbers come from; those that are not here are assumptions.
  package private(set) var sources: [CostParameter: String] = [:]

  package init(name: String, source: String = "", currency: String = "") {
    self.name = name
    self.source = source
    self.currency = currency
  }

  package subscript(parameter: CostParameter) -> Assumption? {
    get { assumptions[parameter] }
    set {
      if newValue != nil { for rival in parameter.rivals { assumptions[rival] = nil } }
      assumptions[parameter] = newValue
      sources[parameter] = nil
      if parameter == .defectRate { measurement = nil }
    }
  }

  /// Takes a measured defect rate in place of an assumed one.
  package mutating func measure(_ measurement: DefectMeasurement) {
    measure(.defectRate, measurement)
    self.measurement = measurement
  }

  /// Takes a measured share in place of an assumed one; the results' ranges are those of the defect rate.
  package mutating func measure(_ parameter: CostParameter, _ measurement: DefectMeasurement) {
    self[parameter] = measurement.assumption
    sources[parameter] = "\(measurement.source), n \(measurement.n)"
  }

  /// The scenario with the assumptions that are made where nothing is said.
  ///
  /// That corrections are wrong as often as labels is not among them, as it follows the defect rate.
  package var completed: CostScenario {
    var scenario = self
    if self[.lotSample] == nil, self[.caughtShare] == nil { scenario[.caughtShare] = Assumption(1) }
    if (self[.iouTier]?.value ?? 0) >= CostDrivers.demandingTier, self[.tierSurcharge] == nil {
      scenario[.tierSurcharge] = CostDrivers.demandingTierSurcharge
    }
    return scenario
  }

  /// The numbers themselves, without their ranges.
  package var figures: CostFigures { CostFigures(assumptions.mapValues(\.value)) }
}
