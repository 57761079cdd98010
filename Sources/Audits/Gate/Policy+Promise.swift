extension Policy {
  /// What a clause promises of a number.
  package enum Promise: Hashable, Sendable {
    /// That it reaches a target.
    case target(Target)
    /// That it is at most so much lower than in an earlier report.
    case maximumDrop(Double)
    /// That it is at most so much higher.
    case maximumRise(Double)
    /// That its robust z beside accepted runs of a history is at least so high; worse is negative.
    case minimumZ(Double)

    /// What a promise is about; promises of one kind and way can stand in each other's place.
    package enum Kind: Hashable, Sendable {
      case number, change, z
    }

    package var kind: Kind {
      switch self {
      case .target: .number
      case .maximumDrop, .maximumRise: .change
      case .minimumZ: .z
      }
    }

    /// The end of an interval that is hardest to bring to the promise.
    package var strictBound: Bound {
      switch self {
      case .target(let target): target.strictBound
      case .maximumDrop: .low
      case .maximumRise: .high
      case .minimumZ: .value
      }
    }

    /// The target of the number; for a change, of the number now less the number then; or of z.
    package var target: Target {
      switch self {
      case .target(let target): target
      case .maximumDrop(let most): Target(.atLeast, 0 - most)
      case .maximumRise(let most): Target(.atMost, most)
      case .minimumZ(let least): Target(.atLeast, least)
      }
    }
  }
}

extension Policy.Promise: CustomStringConvertible {
  /// `>= 0.7`, `drop <= 0.02`, `z >= -3.5`.
  package var description: String {
    switch self {
    case .target(let target): "\(target)"
    case .maximumDrop(let most): "drop <= \(most.messageText(decimals: 6))"
    case .maximumRise(let most): "rise <= \(most.messageText(decimals: 6))"
    case .minimumZ: "z \(target)"
    }
  }
}
