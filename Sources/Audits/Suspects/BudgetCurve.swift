import Embeddings

/// How many errors a review of the first so many items of a queue is expected to find.
package struct BudgetCurve: Sendable {
  /// By number of items reviewed, from 1: errors expected among them.
  package let expectedErrors: [Double]
  /// What the expectation rests on.
  package let basis: Basis

  package enum Basis: String, Sendable {
    /// The share of the vote, or of the probability, that is not for the label; not calibrated.
    case scores
    /// Verdicts, made to fall along the queue (isotonic regression); the last one goes on.
    case verdicts
  }

  package init(_ queue: SuspectQueue) {
    let errors = queue.entries.enumerated().compactMap { place, entry in
      entry.verdict?.isError.map { (place: place, value: $0 ? 1.0 : 0) }
    }
    basis = errors.isEmpty ? .scores : .verdicts
    let chances =
      errors.isEmpty
      ? queue.entries.map(Self.chance) : Self.falling(errors, count: queue.entries.count)
    var sum = 0.0
    expectedErrors = chances.map { chance in
      sum += chance
      return sum
    }
  }

  /// How likely the scores alone make an error.
  private static func chance(_ entry: SuspectQueue.Entry) -> Double {
    let support = entry.scores[.selfConfidence] ?? entry.scores[.neighbourVote] ?? 1
    return min(1, max(0, 1 - support))
  }

  /// The best falling fit to verdicts of 0 and 1, by place in the queue.
  ///
  /// Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete
  /// information", 1955 (pool adjacent violators).
  private static func falling(_ verdicts: [(place: Int, value: Double)], count: Int) -> [Double] {
    var blocks: [(end: Int, sum: Double, size: Double)] = []
    for (place, value) in verdicts {
      blocks.append((place + 1, value, 1))
      while blocks.count > 1 {
        let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard before.sum / before.size <= last.sum / last.size else { break }
        blocks.removeLast(2)
        blocks.append((last.end, before.sum + last.sum, before.size + last.size))
      }
    }
    var chances: [Double] = []
    for block in blocks {
      chances += Array(repeating: block.sum / block.size, count: block.end - chances.count)
    }
    let last = blocks.last.map { $0.sum / $0.size } ?? 0
    return chances + Array(repeating: last, count: count - chances.count)
  }
}
