import ArgumentParser

/// A share that the user gives: `0.005` or `0.5%`.
struct Rate: ExpressibleByArgument, Hashable {
  /// In 0...1.
  let value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = isPercent ? argument.dropLast() : argument[...]
    guard let number = Double(digits), number.isFinite else { return nil }
    let value = isPercent ? number / 100 : number
    guard 0...1 ~= value else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { "\(value)" }
}
