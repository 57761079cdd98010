/// What a price of a frame means for an object, where frames hold few objects and where they hold many.
package struct FramePricing: Hashable, Sendable {
  /// Price of a frame, with all that makes objects dearer.
  package let frame: Double
  /// Objects of a frame: few, as usual, many.
  package let densities: [Double]

  /// From how many times the price on, the same frame price hides what an object costs.
  package static let hidingRatio = 2.0

  /// `nil` where nothing is paid by the frame.
  package init?(_ scenario: CostScenario) {
    guard let price = scenario[.pricePerFrame]?.value, price > 0,
      let density = scenario[.objectsPerFrame]
    else { return nil }
    let drivers = try? CostDrivers(scenario.figures).factor
    frame = price * (scenario[.priceMultiple]?.value ?? 1) * (drivers ?? 1)
    densities = Set([density.low, density.value, density.high].compactMap { $0 }).sorted()
  }

  /// Price of an object at each density.
  package var objectPrices: [Double] { densities.map { frame / $0 } }

  /// How many times dearer an object of the emptiest frames is than one of the fullest.
  package var spread: Double? {
    guard let few = densities.first, let many = densities.last, few < many else { return nil }
    return many / few
  }

  /// A sentence where the frame price hides what objects cost; `nil` where it does not.
  package var warning: String? {
    guard let spread, spread >= Self.hidingRatio, let few = densities.first,
      let many = densities.last, let dear = objectPrices.first, let cheap = objectPrices.last
    else { return nil }
    return "the price of a frame hides the price of an object: \(dear.messageText(decimals: 4)) in "
      + "frames of \(few.messageText), \(cheap.messageText(decimals: 4)) in frames of "
      + "\(many.messageText), which is \(spread.messageText(decimals: 1)) times less; crowded "
      + "frames pay badly, and that is where objects are missed"
  }

  /// Objects of a frame from which on the frame price is the lower one of two; `nil` where objects are
  /// free.
  package func breakEvenDensity(objectPrice: Double) -> Double? {
    objectPrice > 0 ? frame / objectPrice : nil
  }
}
