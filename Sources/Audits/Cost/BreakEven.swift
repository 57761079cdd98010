/// Where a scenario stops being cheaper than another one.
package struct BreakEven: Hashable, Sendable {
  /// The other scenario's price of a label, as a multiple of the first one's, at which both cost the same.
  ///
  /// `nil` where either price does not matter, or no price is low enough.
  package let priceMultiple: CostFigure?
  /// What remediation of the first one must cost for the other to be cheaper, by its direct cost.
  ///
  /// Below 0 the other is cheaper anyway; `nil` where the direct cost is 0.
  package let remediation: CostFigure?

  /// Compares two scenarios over all combinations of their measured defect rates.
  ///
  /// - Throws: `CostProblem` where the other one has no estimate without its price.
  package init(_ first: CostOutcome, _ other: CostOutcome) throws(CostProblem) {
    var pairs: [Pair] = []
    for a in [first.estimate] + first.bounding {
      pairs.append(try Pair(a, other.estimate, other.scenario.figures))
      for (rate, b) in zip(other.boundingRates, other.bounding) {
        pairs.append(try Pair(a, b, other.scenario.figures.with(.defectRate, rate)))
      }
    }
    let hasRange = !first.bounding.isEmpty || !other.bounding.isEmpty
    priceMultiple = Self.figure(pairs.map(\.priceMultiple), hasRange)
    remediation = Self.figure(pairs.map(\.remediation), hasRange)
  }

  /// The first number, with the range of all of them.
  private static func figure(_ numbers: [Double?], _ hasRange: Bool) -> CostFigure? {
    guard let first = numbers[0] else { return nil }
    let known = numbers.compactMap { $0 }
    guard hasRange, known.count == numbers.count else { return CostFigure(first) }
    return CostFigure(first, low: known.min(), high: known.max())
  }
}

/// Both scenarios at one defect rate each.
private struct Pair {
  let priceMultiple: Double?
  let remediation: Double?

  init(
    _ first: CostEstimate,
    _ other: CostEstimate,
    _ otherFigures: CostFigures
  ) throws(CostProblem) {
    // What is not paid by the label stays where the label is free.
    let fixed = try CostEstimate(otherFigures.with(.priceMultiple, 0)).total
    let room = first.total - fixed
    let priced = other.total - fixed
    if priced > 0, first.unitPrice > 0, room >= 0 {
      priceMultiple = room / priced * other.unitPrice / first.unitPrice
    } else {
      priceMultiple = nil
    }
    let needed = other.total - (first.total - (first.remediation ?? 0))
    remediation = first.direct > 0 ? needed / first.direct : nil
  }
}
