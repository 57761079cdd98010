/// What a user says of an attribute's values.
package enum DeclaredScale: Hashable, Sendable {
  /// Grades, the lowest first.
  case ordinal([String])
  /// Numbers that agree up to a difference, in the attribute's unit.
  case numeric(tolerance: Double)

  /// Reads `none<partial<full`, grades from the lowest on, or `0.5`, a tolerance; `nil` for anything else.
  package init?(_ text: String) {
    if let tolerance = Double(text) {
      guard tolerance.isFinite, tolerance >= 0 else { return nil }
      self = .numeric(tolerance: tolerance)
      return
    }
    let grades = text.split(separator: "<", omittingEmptySubsequences: false).map(String.init)
    guard grades.count > 1, Set(grades).count == grades.count, !grades.contains("") else {
      return nil
    }
    self = .ordinal(grades)
  }
}

extension DeclaredScale: CustomStringConvertible {
  /// As it is read.
  package var description: String {
    switch self {
    case .ordinal(let grades): grades.joined(separator: "<")
    case .numeric(let tolerance): "\(tolerance)"
    }
  }
}
