/// A comparison with a number: `>= 0.70`.
package struct Target: Hashable, Sendable {
  package enum Comparison: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  package var comparison: Comparison
  package var number: Double

  package init(_ comparison: Comparison, _ number: Double) {
    self.comparison = comparison
    self.number = number
  }

  /// Reads `>= 0.70`; `nil` for anything else.
  package init?(_ text: String) {
    let trimmed = text.drop { $0 == " " }
    guard let comparison = Comparison.allCases.first(where: { trimmed.hasPrefix($0.rawValue) })
    else { return nil }
    let rest = trimmed.dropFirst(comparison.rawValue.count).drop { $0 == " " }
    let digits = rest.prefix { $0 != " " }
    guard rest.dropFirst(digits.count).allSatisfy({ $0 == " " }),
      let number = Double(digits), number.isFinite
    else { return nil }
    self.init(comparison, number)
  }

  package func holds(for value: Double) -> Bool {
    switch comparison {
    case .atLeast: value >= number
    case .atMost: value <= number
    case .above: value > number
    case .below: value < number
    }
  }

  /// Whether larger values are better.
  package var wantsMore: Bool { comparison == .atLeast || comparison == .above }

  /// The end of an interval that is hardest to bring to the target.
  package var strictBound: Policy.Bound { wantsMore ? .low : .high }
}

extension Target: CustomStringConvertible {
  package var description: String { "\(comparison.rawValue) \(number.messageText(decimals: 6))" }
}
