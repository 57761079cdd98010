/// Lines that say how far a step has come, how fast it goes and how long it will take.
package struct ProgressText: Sendable {
  private let name: String
  private let count: Int
  private let unit: String

  package init(name: String, count: Int, unit: String) {
    self.name = TerminalText.plain(name)
    self.count = count
    self.unit = unit
  }

  /// `matching: 1,200 of 5,000 images (24 %), 830 a second, 0:05 left`.
  ///
  /// - Parameters:
  ///   - share: What is done, in `0...1`.
  ///   - seconds: Since the step began.
  /// - Returns: Without rate and rest where nothing is done yet.
  package func line(share: Double, seconds: Double) -> String {
    let done = Int((share * Double(count)).rounded(.down))
    let start =
      "\(name): \(NumberText.grouped(done)) of \(NumberText.grouped(count)) \(unit) "
      + "(\(Int((share * 100).rounded(.down))) %)"
    guard share > 0, seconds > 0 else { return start }
    let rate = Double(done) / seconds
    let left = seconds / share * (1 - share)
    return start + ", \(Self.rate(rate)) a second, \(Self.duration(left)) left"
  }

  /// `matching: 5,000 images in 6.018 s`.
  package func summary(seconds: Double) -> String {
    "\(name): \(NumberText.grouped(count)) \(unit) in \(NumberText.fixed(seconds, decimals: 3)) s"
  }

  /// Whole numbers from 10 on, one decimal below.
  private static func rate(_ rate: Double) -> String {
    NumberText.fixed(rate, decimals: rate < 10 ? 1 : 0)
  }

  /// `0:05`, `12:00`, `3:04:05`; rounded up, so that it never says nothing is left.
  private static func duration(_ seconds: Double) -> String {
    guard let whole = Int(exactly: seconds.rounded(.up)) else { return "∞" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
