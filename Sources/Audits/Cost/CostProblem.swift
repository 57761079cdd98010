/// Why there is no estimate.
package struct CostProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// One line: what is missing or does not fit, and what was expected.
  package let description: String

  package init(_ description: String) { self.description = description }
}
