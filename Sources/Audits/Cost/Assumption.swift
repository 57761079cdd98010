/// A number that an estimate rests on, with the range in which it is believed to lie.
package struct Assumption: Hashable, Sendable {
  package var value: Double
  /// At most `value`; `nil` where no range was given.
  package private(set) var low: Double?
  /// At least `value`; set where `low` is.
  package private(set) var high: Double?

  package init(_ value: Double) { self.value = value }

  /// The middle of a range, in whatever order its ends come.
  package init(from one: Double, to other: Double) {
    self.init((one + other) / 2, from: one, to: other)
  }

  /// A number with the ends of its range, which is widened where the number lies outside.
  package init(_ value: Double, from one: Double, to other: Double) {
    self.value = value
    low = min(one, other, value)
    high = max(one, other, value)
  }
}

extension Assumption {
  /// `0.05`, or `0.15..0.25` for a range whose middle counts.
  ///
  /// `nil` for anything else, numbers that are not finite included.
  package init?(text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let value = Double(text), value.isFinite else { return nil }
      self.init(value)
      return
    }
    let end = text[dots.upperBound...]
    guard let low = Double(text[..<dots.lowerBound]), let high = Double(end),
      low.isFinite, high.isFinite, !end.hasPrefix(".")
    else { return nil }
    self.init(from: low, to: high)
  }
}
