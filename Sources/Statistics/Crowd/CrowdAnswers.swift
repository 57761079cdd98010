/// Categories that annotators gave to units: each unit by some annotators, possibly repeatedly.
///
/// All codes are dense from 0. What they stand for, and in which order, is the caller's; where a rule
/// must break a tie, the smaller code wins.
package struct CrowdAnswers: Equatable, Sendable {
  package struct Answer: Hashable, Comparable, Sendable {
    package let unit: Int
    package let annotator: Int
    package let category: Int

    package init(unit: Int, annotator: Int, category: Int) {
      self.unit = unit
      self.annotator = annotator
      self.category = category
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.unit, left.annotator, left.category) < (right.unit, right.annotator, right.category)
    }
  }

  package let units: Int
  package let annotators: Int
  package let categories: Int
  /// By unit, annotator, category: sums do not depend on the order of a file.
  package let answers: [Answer]

  package init(units: Int, annotators: Int, categories: Int, answers: [Answer]) {
    precondition(
      answers.allSatisfy {
        0..<units ~= $0.unit && 0..<annotators ~= $0.annotator && 0..<categories ~= $0.category
      },
      "codes are dense"
    )
    self.units = units
    self.annotators = annotators
    self.categories = categories
    self.answers = answers.sorted()
  }
}
