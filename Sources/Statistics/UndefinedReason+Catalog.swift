/// The reasons this module gives.
extension UndefinedReason {
  package static let noPair = Self("nothing was rated twice")
  package static let oneCategory = Self("only one category was used")
  package static let fewerThanTwoDeclared = Self("fewer than two categories are declared")
  package static let twoCategoriesOnly = Self("defined for two declared categories only")
  package static let noValue = Self("there is no value")
  package static let oneValue = Self("there is only one value")
  package static let notFinite = Self("a value is not finite")
  package static let noVariation = Self("the values do not vary")
  package static let unusedCategory = Self("neither annotator used the category")
  package static let negativeRatio = Self("a ratio scale has no negative values")
  package static let tooFewSubjects = Self("needs two subjects and two annotators")
  package static let noVote = Self("nobody voted")
  package static let oneUnit = Self("there is only one unit")
}
