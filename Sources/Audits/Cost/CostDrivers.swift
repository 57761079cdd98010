/// What makes an object dearer than the plain price says.
///
/// The surcharges of tier, attributes and agreement multiply; density comes in by the price of a frame.
package struct CostDrivers: Hashable, Sendable {
  /// 1 + what the IoU tier adds.
  package let tier: Double
  /// 1 + attributes × what each adds.
  package let attributes: Double
  /// 1 + what annotating for agreement adds.
  package let agreement: Double

  /// The IoU from which on boxes take longer.
  package static let demandingTier = 0.85
  /// How much longer they take, where nothing else is said.
  package static let demandingTierSurcharge = Assumption(from: 0.3, to: 0.6)
  /// What is usual for annotating for agreement.
  package static let usualAgreementSurcharge = Assumption(from: 0.2, to: 0.5)

  /// - Throws: `CostProblem` where one of two numbers that need each other is missing.
  package init(_ figures: CostFigures) throws(CostProblem) {
    let isDemanding = (figures[.iouTier] ?? 0) >= Self.demandingTier
    tier =
      1 + (figures[.tierSurcharge] ?? (isDemanding ? Self.demandingTierSurcharge.value : 0))
    if figures[.attributeSurcharge] != nil {
      _ = try figures.required(.attributes, for: .attributeSurcharge)
    }
    if let count = figures[.attributes] {
      attributes = 1 + count * (try figures.required(.attributeSurcharge, for: .attributes))
    } else {
      attributes = 1
    }
    agreement = 1 + (figures[.agreementSurcharge] ?? 0)
  }

  package var factor: Double { tier * attributes * agreement }
}
