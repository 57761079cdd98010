import Glibc

/// Numbers that are short to write.
enum RoundNumber {
  /// The smallest of 1, 2 and 5 times a power of ten that is at least `number`, which is above 0.
  static func atLeast(_ number: Double) -> Double {
    let exponent = Int(log10(number).rounded(.down))
    for (digit, shift) in [(1, 0), (2, 0), (5, 0), (1, 1)] {
      let candidate = Double("\(digit)e\(exponent + shift)") ?? number
      if candidate >= number { return candidate }
    }
    return number
  }

  /// The number to twelve significant digits.
  static func trimmed(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    let exponent = 11 - Int(log10(abs(number)).rounded(.down))
    guard abs(exponent) < 300 else { return number }
    let whole = (number * pow(10, Double(exponent))).rounded()
    return Double("\(Int(whole))e\(-exponent)") ?? number
  }
}
