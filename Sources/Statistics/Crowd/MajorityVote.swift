import Glibc

/// The category most annotators gave to each unit, each vote counting 1 or its annotator's weight.
package struct MajorityVote: Equatable, Sendable {
  /// Row-major units × categories; a unit without weight has only zeros.
  private let votes: [Double]
  private let categories: Int

  /// `weights` per annotator, at least 0.
  package init(_ answers: CrowdAnswers, weights: [Double]? = nil) {
    precondition(weights.map { $0.count == answers.annotators } ?? true, "one weight per annotator")
    categories = answers.categories
    var votes = [Double](repeating: 0, count: answers.units * answers.categories)
    for answer in answers.answers {
      votes[answer.unit * answers.categories + answer.category] +=
        weights.map { $0[answer.annotator] } ?? 1
    }
    self.votes = votes
  }

  /// Share of the votes per category; nil for a unit without any weight.
  package func shares(ofUnit unit: Int) -> [Double]? {
    let row = votes[(unit * categories)..<((unit + 1) * categories)]
    let total = row.reduce(0, +)
    return total > 0 ? row.map { $0 / total } : nil
  }

  /// The winner, the smaller code among equals, and whether there were equals.
  package func winner(ofUnit unit: Int) -> (category: Int, isTied: Bool)? {
    shares(ofUnit: unit).flatMap { firstLargest($0[...]) }
  }

  /// Shannon entropy of the shares in nats: 0 where all agree.
  package func entropy(ofUnit unit: Int) -> Measured {
    guard let shares = shares(ofUnit: unit) else { return .undefined(.noVote) }
    return .value(shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 })
  }

  /// Per annotator the share of answers that equal the winner; the same answer given twice counts once.
  package func skills(_ answers: CrowdAnswers) -> [Measured] {
    var hits = [Int](repeating: 0, count: answers.annotators)
    var given = hits
    var last: CrowdAnswers.Answer?
    for answer in answers.answers where answer != last {
      last = answer
      given[answer.annotator] += 1
      if winner(ofUnit: answer.unit)?.category == answer.category { hits[answer.annotator] += 1 }
    }
    return zip(hits, given).map { hits, given in
      given > 0 ? .value(Double(hits) / Double(given)) : .undefined(.noVote)
    }
  }

  /// Worker agreement with aggregate (Wawa): a vote weighted by agreement with the plain vote.
  package static func wawa(_ answers: CrowdAnswers) -> MajorityVote {
    let skills = MajorityVote(answers).skills(answers)
    return MajorityVote(answers, weights: skills.map { $0.value ?? 0 })
  }
}

/// The first position of the largest share, and whether another is equal within 1e-12.
func firstLargest(_ shares: ArraySlice<Double>) -> (category: Int, isTied: Bool)? {
  guard let largest = shares.max(), let first = shares.firstIndex(of: largest) else { return nil }
  return (first - shares.startIndex, shares.filter { largest - $0 <= 1e-12 }.count > 1)
}
