/// Rework item by item: what is caught is corrected, and some corrections are wrong again.
///
/// caughtₖ = h · δₖ · N and δₖ₊₁ = δₖ − h · δₖ · (1 − ρ), for as long as at least one label is caught.
package struct ReworkRounds: Hashable, Sendable {
  /// Corrections of each round; every entry is at least 1.
  package private(set) var corrections: [Double] = []
  /// Share of the labels that is wrong after the last round (δ_R).
  package private(set) var remaining: Double

  /// Rework that takes longer is none that anybody would pay for.
  package static let maximumRounds = 1000
  /// A label short of whole by no more than what rounding does to such products.
  private static let oneLabel = 1 - 1e-9

  /// - Parameters:
  ///   - labels: N, above 0.
  ///   - defectRate: δ₀, 0...1.
  ///   - caught: h, the share of wrong labels that a round finds, 0...1.
  ///   - reworkDefectRate: ρ, the share of corrections that are wrong again, 0...1.
  ///   - limit: How many rounds are paid for at most; `nil` for as many as there are.
  /// - Throws: `CostProblem` where the rework does not end by itself and there is no limit.
  package init(
    labels: Double,
    defectRate: Double,
    caught: Double,
    reworkDefectRate: Double,
    limit: Int?
  ) throws(CostProblem) {
    let left = (1 - caught) + caught * reworkDefectRate
    remaining = defectRate
    while caught * remaining * labels >= Self.oneLabel, corrections.count < limit ?? .max {
      guard corrections.count < Self.maximumRounds else {
        throw CostProblem(
          "the rework does not end within \(Self.maximumRounds) rounds, as each leaves "
            + "\((100 * left).messageText) % of the wrong labels; a limit of 'rounds' was expected"
        )
      }
      corrections.append(caught * remaining * labels)
      remaining *= left
    }
  }

  /// Labels that are corrected, those that are corrected again counted again.
  package var total: Double { corrections.reduce(0, +) }
}
