/// What a reader of an estimate must know to take it for what it is.
struct CostNotes {
  private let outcome: CostOutcome
  private let given: CostScenario
  private let first: CostOutcome?

  /// - Parameters:
  ///   - outcome: The estimate.
  ///   - given: The first scenario as the user gave it, before anything was completed.
  ///   - first: The scenario that this one is compared with; `nil` for the first itself.
  init(_ outcome: CostOutcome, given: CostScenario, first: CostOutcome? = nil) {
    self.outcome = outcome
    self.given = given
    self.first = first
  }

  var lines: [String] {
    [
      price, leftOut, corrections, lots, range, FramePricing(outcome.scenario)?.warning, density,
      frames,
    ]
    .compactMap { $0 }
  }

  private var price: String? {
    guard given[.price] == nil, given[.pricePerFrame] == nil,
      outcome.scenario[.pricePerFrame] == nil, outcome.scenario[.price] == Assumption(1)
    else { return nil }
    return "no price was given: costs are in prices of a label"
  }

  private var leftOut: String? {
    let missing = [
      outcome.estimate.qa == nil ? "quality control (qa-share, or qa-volume)" : nil,
      outcome.estimate.remediation == nil
        ? "labels that do harm later (exposed-share, escape-cost)" : nil,
    ].compactMap { $0 }
    guard !missing.isEmpty else { return nil }
    return "nothing was said of \(missing.joined(separator: " and ")): the total leaves that out"
  }

  private var corrections: String? {
    guard outcome.estimate.rounds?.corrections.isEmpty == false,
      outcome.scenario[.reworkDefectRate] == nil
    else { return nil }
    return "corrections are taken to be wrong as often as labels are (rework-defect-rate)"
  }

  private var lots: String? {
    guard let rejection = outcome.estimate.rejection else { return nil }
    return "whole lots are made again with the same defect rate, so sampling does not lower it; "
      + "\((100 * rejection.probability).messageText(decimals: 1)) % of the lots fail"
  }

  private var range: String? {
    if let problem = outcome.rangeProblem {
      return "no range is given, as at an end of the measured interval \(problem.description)"
    }
    guard let measured = outcome.scenario.measurement, measured.interval == nil else { return nil }
    return "\(measured.source) has no interval, so the costs have no range"
  }

  /// Where one of two scenarios is paid by the frame and the other by the object.
  private var frames: String? {
    guard let first else { return nil }
    let (one, other) = (FramePricing(outcome.scenario), FramePricing(first.scenario))
    guard (one == nil) != (other == nil), let pricing = one ?? other else { return nil }
    let byObject = one == nil ? outcome : first
    let byFrame = one == nil ? first : outcome
    let price = byObject.estimate.unitPrice
    guard let density = pricing.breakEvenDensity(objectPrice: price) else { return nil }
    return "a frame at \(pricing.frame.messageText(decimals: 4)) (\(byFrame.scenario.name)) is "
      + "dearer than its objects at \(price.messageText(decimals: 4)) "
      + "(\(byObject.scenario.name)) with fewer than \(density.messageText(decimals: 1)) objects, "
      + "and cheaper with more"
  }

  /// Where a frame has a price, but nothing tells how crowded frames are.
  private var density: String? {
    guard let pricing = FramePricing(outcome.scenario), pricing.spread == nil else { return nil }
    return "a frame has a price, but objects-per-frame is one number: what an object costs in "
      + "crowded frames cannot be told; give a range, or a report of the data set"
  }
}
