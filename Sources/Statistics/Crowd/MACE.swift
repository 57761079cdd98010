import Glibc

/// The true category of units, and for each annotator how likely an answer is known rather than spam.
///
/// Model: with probability `knows` an answer is the truth, else it is drawn from the annotator's own
/// strategy. Competence is the probability of not spamming.
///
/// Source: D. Hovy, T. Berg-Kirkpatrick, A. Vaswani, E. Hovy, "Learning whom to trust with MACE", 2013.
package struct MACE: Equatable, Sendable {
  /// How parameters follow from expected counts.
  package enum Update: Equatable, Sendable {
    /// Variational Bayes: exp ψ(count + prior) / exp ψ(sum); rows need not sum to 1.
    case variational(competencePrior: Double = 0.5, strategyPrior: Double = 10)
    /// Maximum likelihood with counts raised by smoothing / categories.
    case smoothed(by: Double = 0.01)
  }

  /// Per annotator: P(spams) and P(knows); the latter is the competence.
  package struct Competence: Equatable, Sendable {
    package var spams: Double
    package var knows: Double

    package init(spams: Double, knows: Double) {
      self.spams = spams
      self.knows = knows
    }
  }

  /// Row-major units × categories, rows summing to 1.
  package private(set) var posteriors: [Double] = []
  package private(set) var competences: [Competence]
  /// Row-major annotators × categories: what an annotator answers when spamming.
  package private(set) var strategies: [Double]
  /// Σ over units of log P(answers) under the parameters of the last estimate.
  package private(set) var logLikelihood = -Double.infinity
  private let categories: Int

  /// The given start, then `rounds` rounds.
  package init(
    _ answers: CrowdAnswers,
    update: Update,
    rounds: Int,
    competences: [Competence],
    strategies: [Double]
  ) {
    precondition(competences.count == answers.annotators, "one competence per annotator")
    precondition(strategies.count == answers.annotators * answers.categories, "one strategy each")
    categories = answers.categories
    self.competences = competences
    self.strategies = strategies
    estimate(answers)
    for _ in 0..<rounds {
      maximise(answers, update)
      estimate(answers)
    }
  }

  /// The best by likelihood of several seeded random starts.
  package init(
    _ answers: CrowdAnswers,
    update: Update = .variational(),
    rounds: Int = 50,
    starts: Int = 10,
    seed: UInt64
  ) {
    precondition(starts >= 1, "there is a start")
    var best = Self(answers, update: update, rounds: rounds, start: 0, seed: seed)
    for start in stride(from: 1, to: starts, by: 1) {
      let other = Self(answers, update: update, rounds: rounds, start: start, seed: seed)
      if other.logLikelihood > best.logLikelihood { best = other }
    }
    self = best
  }

  private init(
    _ answers: CrowdAnswers,
    update: Update,
    rounds: Int,
    start: Int,
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed, stream: UInt64(start))
    func distribution(_ count: Int) -> [Double] {
      let raw = (0..<count).map { _ in 1 + generator.unit() }
      let sum = raw.reduce(0, +)
      return raw.map { $0 / sum }
    }
    let competences = (0..<answers.annotators).map { _ in
      let pair = distribution(2)
      return Competence(spams: pair[0], knows: pair[1])
    }
    let strategies = (0..<answers.annotators).flatMap { _ in distribution(answers.categories) }
    self.init(
      answers,
      update: update,
      rounds: rounds,
      competences: competences,
      strategies: strategies
    )
  }

  /// The most probable category, the smaller code among equals, and whether there were equals.
  package func winner(ofUnit unit: Int) -> (category: Int, isTied: Bool)? {
    firstLargest(posteriors[(unit * categories)..<((unit + 1) * categories)])
  }

  /// Posteriors from the parameters, in logarithms, shifted by the largest.
  private mutating func estimate(_ answers: CrowdAnswers) {
    let start = -log(Double(max(categories, 1)))
    var logs = [Double](repeating: start, count: answers.units * categories)
    for answer in answers.answers {
      let spam = spam(of: answer)
      let known = log(spam + competences[answer.annotator].knows)
      let unknown = log(spam)
      for category in 0..<categories {
        logs[answer.unit * categories + category] += category == answer.category ? known : unknown
      }
    }
    posteriors = logs
    logLikelihood = 0
    for unit in 0..<answers.units {
      let range = (unit * categories)..<((unit + 1) * categories)
      let largest = logs[range].max() ?? 0
      let sum = logs[range].reduce(0) { $0 + exp($1 - largest) }
      for index in range { posteriors[index] = exp(logs[index] - largest) / sum }
      logLikelihood += largest + log(sum)
    }
  }

  /// Parameters from the expected counts of spam and knowledge.
  private mutating func maximise(_ answers: CrowdAnswers, _ update: Update) {
    var known = [Double](repeating: 0, count: answers.annotators)
    var spammed = [Double](repeating: 0, count: answers.annotators * categories)
    for answer in answers.answers {
      let knows = competences[answer.annotator].knows
      let isTrue = posteriors[answer.unit * categories + answer.category]
      let isKnown = isTrue * knows / (spam(of: answer) + knows)
      known[answer.annotator] += isKnown
      spammed[answer.annotator * categories + answer.category] += 1 - isKnown
    }
    for annotator in 0..<answers.annotators {
      let range = (annotator * categories)..<((annotator + 1) * categories)
      let spams = spammed[range].reduce(0, +)
      switch update {
      case .variational(let competencePrior, let strategyPrior):
        let pair = dirichletMeans([spams, known[annotator]], prior: competencePrior)
        competences[annotator] = Competence(spams: pair[0], knows: pair[1])
        strategies.replaceSubrange(
          range,
          with: dirichletMeans(Array(spammed[range]), prior: strategyPrior)
        )
      case .smoothed(let smoothing):
        let added = smoothing / Double(categories)
        let pair = shares([spams, known[annotator]], adding: added)
        competences[annotator] = Competence(spams: pair[0], knows: pair[1])
        strategies.replaceSubrange(range, with: shares(Array(spammed[range]), adding: added))
      }
    }
  }

  /// Probability that the annotator spams and then answers so.
  private func spam(of answer: CrowdAnswers.Answer) -> Double {
    competences[answer.annotator].spams
      * strategies[answer.annotator * categories + answer.category]
  }
}

/// The geometric means of a Dirichlet distribution with these counts.
private func dirichletMeans(_ counts: [Double], prior: Double) -> [Double] {
  let whole = digamma(counts.reduce(0) { $0 + $1 + prior })
  return counts.map { exp(digamma($0 + prior) - whole) }
}

private func shares(_ counts: [Double], adding smoothing: Double) -> [Double] {
  let sum = counts.reduce(0) { $0 + $1 + smoothing }
  return counts.map { ($0 + smoothing) / sum }
}
