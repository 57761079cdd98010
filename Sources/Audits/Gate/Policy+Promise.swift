extension Policy {
  /// What a clause promises of a number.
  package enum Promise: Hashable, Sendable {
    /// That it reaches a target.
    case target(Target)
    /// That it is at most so much lower than in an earlier report.
    case maximumDrop(Double)
    /// That it is at most so much higher.
    case maximumRise(Double)

    /// The end of an interval that is hardest to bring to the promise.
    package var strictBound: Bound {
      switch self {
      case .target(let target): target.strictBound
      case .maximumDrop: .low
      case .maximumRise: .high
      }
    }

    /// The target of the number; for a change, of the number now less the number then.
    package var target: Target {
      switch self {
      case .target(let target): target
      case .maximumDrop(let most): Target(.atLeast, 0 - most)
      case .maximumRise(let most): Target(.atMost, most)
      }
    }

    package var isChange: Bool {
      if case .target = self { false } else { true }
    }
  }
}

extension Policy.Promise: CustomStringConvertible {
  /// `>= 0.7`, `drop <= 0.02`.
  package var description: String {
    switch self {
    case .target(let target): "\(target)"
    case .maximumDrop(let most): "drop <= \(most.messageText(decimals: 6))"
    case .maximumRise(let most): "rise <= \(most.messageText(decimals: 6))"
    }
  }
}
