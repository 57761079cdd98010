import Findings

/// A number between 0 and 1 as a dot with its interval, beside a target.
enum IntervalBar {
  private static let (width, height) = (150.0, 18.0)

  /// Empty where something does not lie in 0 … 1.
  static func svg(value: Double, low: Double?, high: Double?, target: Double?) -> HTML {
    // An interval of a coefficient may reach past what it can be; a number may not.
    let shown = [value, target ?? 0]
    guard shown.allSatisfy({ (0...1).contains($0) }) else { return "" }
    let x = LinearScale(0, 1, from: 4, to: width - 4)
    var marks: HTML = Drawing.horizontal("axis", y: 9, from: x(0), to: x(1))
    if let target { marks = marks + Drawing.vertical("mark", x: x(target), from: 1, to: 17) }
    if let low, let high {
      marks = marks + Drawing.horizontal("range", y: 9, from: x(low), to: x(high))
    }
    return Drawing.svg(
      width: width,
      height: height,
      text: text(value, low, high, target),
      marks + #"<circle class="dot" cx="\#(x(value))" cy="9" r="4"/>"#
    )
  }

  private static func text(
    _ value: Double,
    _ low: Double?,
    _ high: Double?,
    _ target: Double?
  ) -> String {
    func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
    var text = number(value)
    if let low, let high { text += ", between \(number(low)) and \(number(high))" }
    if let target { text += "; target \(number(target))" }
    return text
  }
}
