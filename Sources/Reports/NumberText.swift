import Glibc

/// Numbers as reports print them.
package enum NumberText {
  /// The shortest form that reads back the same; whole numbers without a decimal point.
  package static func exact(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return "\(number)"
  }

  /// A number for reading: whole numbers in full, others with `decimals` decimals.
  static func rounded(_ number: Double, decimals: Int = 3) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return grouped(whole) }
    return fixed(number, decimals: decimals)
  }

  /// A number with just so many decimals.
  package static func fixed(_ number: Double, decimals: Int = 3) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let magnitude = (abs(number) * scale).rounded()
    guard let units = Int(exactly: magnitude) else { return "\(number)" }
    let whole = units / Int(scale)
    guard decimals > 0 else { return number < 0 ? grouped(-whole) : grouped(whole) }
    let digits = String(units % Int(scale))
    let padding = String(repeating: "0", count: decimals - digits.count)
    let sign = number < 0 && units > 0 ? "-" : ""
    return "\(sign)\(grouped(whole)).\(padding)\(digits)"
  }

  /// A number with about so many significant digits, and no zeros at its end.
  package static func short(_ number: Double, digits: Int = 4) -> String {
    guard number != 0, number.isFinite else { return exact(number) }
    let decimals = min(12, max(0, digits - 1 - Int(log10(abs(number)).rounded(.down))))
    let text = fixed(number, decimals: decimals)
    guard decimals > 0 else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }
    return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
  }

  /// A whole number with a comma at each thousand.
  package static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A count with its noun: `1 finding`, `2 findings`.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// A share in percent with one decimal.
  static func percent(_ share: Double) -> String { "\(fixed(share * 100, decimals: 1)) %" }
}
