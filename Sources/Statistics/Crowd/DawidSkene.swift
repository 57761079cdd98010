import Glibc

/// The true category of units and the errors of annotators, each estimated from the other by EM.
///
/// Alternates P(category of unit | answers, errors) and P(answer | category) per annotator, from vote
/// shares. Symmetric ties stay symmetric. Errors are kept above 1e-10 before they are normalised, over
/// the categories an annotator ever gave. Memory and each round: annotators × categories².
///
/// Source: A. P. Dawid, A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM
/// algorithm", 1979.
package struct DawidSkene: Equatable, Sendable {
  /// What is estimated of an annotator.
  package enum Model: Sendable {
    /// A table of answer × true category.
    case confusions
    /// The probability of a right answer; wrong ones are equally likely (Zhang et al. 2014).
    case oneCoin
  }

  /// When the rounds end.
  package enum Stop: Sendable {
    case after(rounds: Int)
    /// The log-likelihood rose by less than this share of itself, or `limit` rounds were made.
    case converged(relative: Double = 1e-9, limit: Int = 1000)

    fileprivate var limit: Int {
      switch self {
      case .after(let rounds): rounds
      case .converged(_, let limit): limit
      }
    }
  }

  /// Row-major units × categories, rows summing to 1.
  package private(set) var posteriors: [Double]
  /// Mean posterior per category.
  package private(set) var priors: [Double] = []
  /// Annotator × answer × true category; rows of answers an annotator never gave are 0.
  package private(set) var errors: [Double] = []
  /// Probability of a right answer per annotator, in the one-coin model.
  package private(set) var skills: [Double] = []
  /// Σ over units of log P(answers) before the last round's change of parameters.
  package private(set) var logLikelihood = -Double.infinity
  package private(set) var rounds = 0
  private let categories: Int

  /// Units of `gold` keep the category given there.
  package init(
    _ answers: CrowdAnswers,
    model: Model = .confusions,
    gold: [Int: Int] = [:],
    stop: Stop = .converged()
  ) {
    categories = answers.categories
    let votes = MajorityVote(answers)
    let uniform = [Double](repeating: 1 / Double(max(categories, 1)), count: categories)
    posteriors = (0..<answers.units).flatMap { votes.shares(ofUnit: $0) ?? uniform }
    fix(gold)
    maximise(answers, model)
    while rounds < stop.limit {
      let previous = logLikelihood
      estimate(answers)
      fix(gold)
      maximise(answers, model)
      rounds += 1
      if hasConverged(stop, from: previous) { break }
    }
  }

  /// The most probable category, the smaller code among equals, and whether there were equals.
  package func winner(ofUnit unit: Int) -> (category: Int, isTied: Bool)? {
    firstLargest(posteriors[(unit * categories)..<((unit + 1) * categories)])
  }

  // MARK: Rounds

  private func hasConverged(_ stop: Stop, from previous: Double) -> Bool {
    guard case .converged(let relative, _) = stop, previous.isFinite else { return false }
    return logLikelihood - previous <= relative * abs(previous)
  }

  private mutating func fix(_ gold: [Int: Int]) {
    for (unit, category) in gold {
      for other in 0..<categories {
        posteriors[unit * categories + other] = other == category ? 1 : 0
      }
    }
  }

  /// E-step: posteriors from priors and errors, in logarithms, shifted by the largest.
  private mutating func estimate(_ answers: CrowdAnswers) {
    let logPriors = priors.map { log(max($0, smallest)) }
    let logErrors = errors.map { log(max($0, smallest)) }
    var logs = (0..<answers.units).flatMap { _ in logPriors }
    for answer in answers.answers {
      let row = (answer.annotator * categories + answer.category) * categories
      let unit = answer.unit * categories
      for category in 0..<categories { logs[unit + category] += logErrors[row + category] }
    }
    logLikelihood = 0
    for unit in 0..<answers.units {
      let range = (unit * categories)..<((unit + 1) * categories)
      let largest = logs[range].max() ?? 0
      let sum = logs[range].reduce(0) { $0 + exp($1 - largest) }
      for index in range { posteriors[index] = exp(logs[index] - largest) / sum }
      logLikelihood += largest + log(sum)
    }
  }

  /// M-step: priors and errors from posteriors.
  private mutating func maximise(_ answers: CrowdAnswers, _ model: Model) {
    priors = (0..<categories).map { category in
      let sum = stride(from: category, to: posteriors.count, by: max(categories, 1))
        .reduce(0) { $0 + posteriors[$1] }
      return sum / Double(max(answers.units, 1))
    }
    switch model {
    case .confusions: countConfusions(answers)
    case .oneCoin: tossCoins(answers)
    }
  }

  private mutating func countConfusions(_ answers: CrowdAnswers) {
    let square = categories * categories
    errors = Array(repeating: 0, count: answers.annotators * square)
    var isGiven = [Bool](repeating: false, count: answers.annotators * categories)
    for answer in answers.answers {
      let row = answer.annotator * categories + answer.category
      isGiven[row] = true
      for category in 0..<categories {
        errors[row * categories + category] += posteriors[answer.unit * categories + category]
      }
    }
    for annotator in 0..<answers.annotators {
      let rows = (0..<categories).map { annotator * categories + $0 }.filter { isGiven[$0] }
      for category in 0..<categories {
        let cells = rows.map { $0 * categories + category }
        for cell in cells { errors[cell] = max(errors[cell], smallest) }
        let sum = cells.reduce(0) { $0 + errors[$1] }
        for cell in cells { errors[cell] /= sum }
      }
    }
  }

  private mutating func tossCoins(_ answers: CrowdAnswers) {
    var hits = [Double](repeating: 0, count: answers.annotators)
    var given = hits
    for answer in answers.answers {
      hits[answer.annotator] += posteriors[answer.unit * categories + answer.category]
      given[answer.annotator] += 1
    }
    skills = zip(hits, given).map { $1 > 0 ? $0 / $1 : 0 }
    func bounded(_ p: Double) -> Double { min(max(p, smallest), 1 - smallest) }
    errors = skills.flatMap { skill in
      (0..<categories * categories).map { cell in
        let isRight = cell / categories == cell % categories
        return bounded(isRight ? skill : (1 - skill) / Double(max(categories - 1, 1)))
      }
    }
  }

  private let smallest = 1e-10
}
