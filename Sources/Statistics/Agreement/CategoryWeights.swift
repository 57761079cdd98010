/// How much two categories disagree, in 0...1 and 0 for the same one.
///
/// Kept as disagreement v; the literature's agreement weight is w = 1 − v.
package struct CategoryWeights: Equatable, Sendable {
  /// Number of declared categories.
  package let categories: Int
  /// Row-major categories × categories.
  package let disagreement: [Double]

  /// Any two categories disagree fully.
  package static func identity(_ categories: Int) -> Self {
    Self(categories: categories) { $0 == $1 ? 0 : 1 }
  }

  /// |a − b| over the range of the scores; `scores` ascend, one per category.
  package static func linear(scores: [Double]) -> Self {
    let range = range(of: scores)
    return Self(categories: scores.count) { abs(scores[$0] - scores[$1]) / range }
  }

  /// (a − b)² over the squared range of the scores; `scores` ascend, one per category.
  package static func quadratic(scores: [Double]) -> Self {
    let range = range(of: scores)
    return Self(categories: scores.count) { row, column in
      let distance = (scores[row] - scores[column]) / range
      return distance * distance
    }
  }

  /// Row-major disagreements of at least 0, divided by the largest; 0 on the diagonal.
  package init(categories: Int, disagreement: [Double]) {
    let largest = disagreement.max() ?? 0
    self.init(
      categories: categories,
      unscaledDisagreement: largest > 0 ? disagreement.map { $0 / largest } : disagreement
    )
  }

  /// Row-major disagreements in 0...1 as they are; 0 on the diagonal.
  package init(categories: Int, unscaledDisagreement disagreement: [Double]) {
    precondition(
      disagreement.count == categories * categories,
      "weights are categories × categories"
    )
    precondition(disagreement.allSatisfy { 0...1 ~= $0 }, "disagreements lie in 0...1")
    self.categories = categories
    self.disagreement = disagreement
  }

  private init(categories: Int, _ disagreement: (Int, Int) -> Double) {
    self.categories = categories
    self.disagreement = (0..<categories * categories).map {
      disagreement($0 / categories, $0 % categories)
    }
  }

  subscript(_ row: Int, _ column: Int) -> Double { disagreement[row * categories + column] }

  /// A single category has no range; nothing is divided by it then.
  private static func range(of scores: [Double]) -> Double {
    guard let first = scores.first, let last = scores.last, last > first else { return 1 }
    return last - first
  }
}
