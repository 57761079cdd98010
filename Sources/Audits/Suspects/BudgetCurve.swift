/// How many errors a review of the first so many labels of a queue is expected to find.
package struct BudgetCurve: Sendable {
  /// By number of labels reviewed, from 1.
  package let points: [Point]

  package struct Point: Hashable, Sendable {
    /// Errors expected among the labels up to here.
    package var expectedErrors: Double
    /// Errors that reviewers have found up to here.
    package var foundErrors: Int
    /// What the expectation of the last label of them rests on.
    package var basis: Basis
  }

  package enum Basis: String, Sendable {
    /// The share of the vote, or of the probability, that is not for the label, or the contradiction of a
    /// prediction; not calibrated.
    case scores
    /// Verdicts, made to fall along the queue (isotonic regression).
    case verdicts
  }

  /// Up to the last verdict the verdicts count; from there on the scores, at most as much as the last
  /// verdicts.
  package init(_ queue: ReviewQueue) {
    let fitted = Self.falling(queue.entries.map { $0.verdict?.isError })
    let ceiling = fitted.last ?? 1
    var (expected, found) = (0.0, 0)
    points = queue.entries.enumerated().map { place, entry in
      let isFitted = place < fitted.count
      expected += isFitted ? fitted[place] : min(ceiling, entry.chance)
      if entry.verdict?.isError == true { found += 1 }
      return Point(
        expectedErrors: expected,
        foundErrors: found,
        basis: isFitted ? .verdicts : .scores
      )
    }
  }

  /// The best falling fit to what was decided, for every place up to the last decision.
  ///
  /// Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete
  /// information", 1955 (pool adjacent violators).
  private static func falling(_ isError: [Bool?]) -> [Double] {
    var blocks: [(end: Int, sum: Double, size: Double)] = []
    for (place, decision) in isError.enumerated() {
      guard let decision else { continue }
      blocks.append((place + 1, decision ? 1 : 0, 1))
      while blocks.count > 1 {
        let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard before.sum / before.size <= last.sum / last.size else { break }
        blocks.removeLast(2)
        blocks.append((last.end, before.sum + last.sum, before.size + last.size))
      }
    }
    return blocks.reduce(into: []) { fitted, block in
      fitted += Array(repeating: block.sum / block.size, count: block.end - fitted.count)
    }
  }
}
