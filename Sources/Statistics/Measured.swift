/// A number, or the reason why there is none; never NaN, never a stand-in zero.
package enum Measured: Hashable, Sendable {
  case value(Double)
  case undefined(UndefinedReason)

  package var value: Double? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// The same reason, or the transformed number.
  package func map(_ transform: (Double) -> Double) -> Measured {
    switch self {
    case .value(let value): .value(transform(value))
    case .undefined: self
    }
  }
}

/// Why a statistic has no value.
package struct UndefinedReason: Hashable, Sendable, CustomStringConvertible {
  /// One phrase a reader understands: `only one category was used`.
  package let description: String

  package init(_ description: String) { self.description = description }
}
