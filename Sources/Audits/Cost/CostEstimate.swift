/// What labels cost in the end: the price, and the three things that no price list has.
package struct CostEstimate: Hashable, Sendable {
  /// N.
  package let labels: Double
  /// c, with all that makes an object dearer.
  package let unitPrice: Double
  /// D = N · c.
  package let direct: Double
  /// q · D, or v · N · seconds · wage; `nil` where nothing was said of quality control.
  package let qa: Double?
  /// Corrections × their price, or D · P/(1 − P).
  package let rework: Double
  /// δ_R · N · p · cost of an escaped label; `nil` where nothing was said of it.
  package let remediation: Double?
  /// Labels that are made again.
  package let corrections: Double
  /// Corrections round by round; `nil` where whole lots are made again.
  package let rounds: ReworkRounds?
  /// Whether lots pass; `nil` where labels are corrected one by one.
  package let rejection: LotRejection?
  /// δ_R: the share of the labels that is wrong in the end.
  package let remainingDefectRate: Double

  /// - Throws: `CostProblem` where a number is missing, or the rework does not end.
  package init(_ figures: CostFigures) throws(CostProblem) {
    guard let defectRate = figures[.defectRate] else {
      throw CostProblem("the defect rate is missing: 'defect-rate', or a report that has one")
    }
    labels = try figures.labels()
    unitPrice = try figures.unitPrice()
    direct = labels * unitPrice
    qa = try Self.qa(figures, labels: labels, direct: direct)
    if let sample = figures[.lotSample] {
      let acceptance = try figures.required(.lotAcceptance, for: .lotSample)
      let rejection = try LotRejection(
        sample: Int(sample),
        acceptance: Int(acceptance),
        defectRate: defectRate
      )
      (self.rejection, rounds) = (rejection, nil)
      corrections = labels * rejection.repeats
      rework = direct * rejection.repeats
      remainingDefectRate = defectRate
    } else {
      if figures[.lotAcceptance] != nil {
        _ = try figures.required(.lotSample, for: .lotAcceptance)
      }
      let rounds = try ReworkRounds(
        labels: labels,
        defectRate: defectRate,
        caught: figures[.caughtShare] ?? 1,
        reworkDefectRate: figures[.reworkDefectRate] ?? defectRate,
        limit: figures[.rounds].map { Int($0) }
      )
      (rejection, self.rounds) = (nil, rounds)
      corrections = rounds.total
      rework = corrections * (figures[.correctionPrice] ?? unitPrice)
      remainingDefectRate = rounds.remaining
    }
    remediation = try Self.escape(figures).map { [remainingDefectRate, labels] in
      remainingDefectRate * labels * $0
    }
  }

  /// The four categories, of which those that nothing was said of are left out.
  package var total: Double { direct + (qa ?? 0) + rework + (remediation ?? 0) }

  /// What is paid beyond the price, as a share of the price; `nil` where the price is 0.
  package var upliftOverPrice: Double? { direct > 0 ? (total - direct) / direct : nil }

  /// What is paid beyond the price, as a share of all that is paid; `nil` where nothing is.
  package var unbudgetedShare: Double? { total > 0 ? (total - direct) / total : nil }

  /// Labels that are right in the end: N · (1 − δ_R).
  package var acceptedLabels: Double { labels * (1 - remainingDefectRate) }

  /// Total over the labels that are right; `nil` where none is.
  package var perAcceptedLabel: Double? { acceptedLabels > 0 ? total / acceptedLabels : nil }

  /// How often work goes back: rounds of corrections, or repeats of a lot on average.
  package var reworkRounds: Double {
    rounds.map { Double($0.corrections.count) } ?? rejection?.repeats ?? 0
  }

  private static func qa(
    _ figures: CostFigures,
    labels: Double,
    direct: Double
  ) throws(CostProblem) -> Double? {
    if let share = figures[.qaShare] { return share * direct }
    guard let volume = figures[.qaVolume] else { return nil }
    let hours = try figures.required(.reviewSeconds, for: .qaVolume) / 3600
    return volume * labels * hours * (try figures.required(.wage, for: .qaVolume))
  }

  /// p · cost: what a label that is left wrong costs on average.
  private static func escape(_ figures: CostFigures) throws(CostProblem) -> Double? {
    guard let cost = figures[.escapeCost] else {
      if figures[.exposedShare] != nil { _ = try figures.required(.escapeCost, for: .exposedShare) }
      return nil
    }
    return cost * (try figures.required(.exposedShare, for: .escapeCost))
  }
}
