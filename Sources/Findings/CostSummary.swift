/// What labels cost, as far as it is no plain number: assumptions, rounds, sensitivities, warnings.
///
/// The numbers themselves are metrics of the report.
package struct CostSummary: Hashable, Codable, Sendable {
  /// What money is counted in; empty where costs are in prices of a label.
  package var currency: String
  /// The first is the one that the others are compared with.
  package var scenarios: [Scenario]

  /// One way of buying labels.
  package struct Scenario: Hashable, Codable, Sendable {
    package var name: String
    /// Where its numbers come from; empty where the user gave them.
    package var source: String
    package var assumptions: [Assumption]
    /// Corrections of each round of rework; empty where whole lots are made again.
    package var rounds: [Double]
    /// The largest first.
    package var sensitivities: [Sensitivity]
    /// What an object costs where a frame has a price; empty where it has none.
    package var frames: [FramePrice]
    /// What a reader must know to take the numbers for what they are.
    package var notes: [String]

    package init(
      name: String,
      source: String,
      assumptions: [Assumption],
      rounds: [Double],
      sensitivities: [Sensitivity],
      frames: [FramePrice],
      notes: [String]
    ) {
      self.name = name
      self.source = source
      self.assumptions = assumptions
      self.rounds = rounds
      self.sensitivities = sensitivities
      self.frames = frames
      self.notes = notes
    }
  }

  /// A number that the estimate rests on.
  package struct Assumption: Hashable, Codable, Sendable {
    /// As scenarios and options name it.
    package var id: String
    package var summary: String
    package var value: Double
    /// Ends of the range; both or none.
    package var low: Double?
    package var high: Double?
    /// Where the number was measured: `defect-rate of audit.json, n 1,200`; absent where it was assumed.
    package var measured: String?

    package init(
      id: String,
      summary: String,
      value: Double,
      low: Double?,
      high: Double?,
      measured: String?
    ) {
      self.id = id
      self.summary = summary
      self.value = value
      self.low = low
      self.high = high
      self.measured = measured
    }
  }

  /// How far the total moves with one number.
  package struct Sensitivity: Hashable, Codable, Sendable {
    /// Id of the assumption.
    package var id: String
    package var low: Double
    package var high: Double
    /// The total at each end; absent where there is none.
    package var totalAtLow: Double?
    package var totalAtHigh: Double?

    package init(
      id: String,
      low: Double,
      high: Double,
      totalAtLow: Double?,
      totalAtHigh: Double?
    ) {
      self.id = id
      self.low = low
      self.high = high
      self.totalAtLow = totalAtLow
      self.totalAtHigh = totalAtHigh
    }
  }

  /// What an object costs in frames of some density.
  package struct FramePrice: Hashable, Codable, Sendable {
    package var objectsPerFrame: Double
    package var objectPrice: Double

    package init(objectsPerFrame: Double, objectPrice: Double) {
      self.objectsPerFrame = objectsPerFrame
      self.objectPrice = objectPrice
    }
  }

  package init(currency: String, scenarios: [Scenario]) {
    self.currency = currency
    self.scenarios = scenarios
  }

  /// The part of the report's numbers that a scenario has.
  package func slice(of scenario: Scenario) -> SliceLabel {
    Self.slice(of: scenario.name, among: scenarios.count)
  }

  /// With one scenario the numbers are about all there is.
  package static func slice(of name: String, among count: Int) -> SliceLabel {
    count == 1 ? .overall : SliceLabel([.scenario: name])
  }
}
