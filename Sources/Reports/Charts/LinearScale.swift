import Glibc

/// Maps numbers to positions in a drawing; what lies outside the domain is drawn at its edge.
struct LinearScale {
  let low: Double
  let high: Double
  private let start: Double
  private let end: Double

  /// The numbers `low...high` on the positions from `start` to `end`, which may run either way.
  ///
  /// A domain without extent is widened, so that its one number stands in the middle.
  init(_ low: Double, _ high: Double, from start: Double, to end: Double) {
    // So that differences stay finite.
    let limit = Double.greatestFiniteMagnitude / 8
    let (low, high) = (max(-limit, min(limit, low)), max(-limit, min(limit, high)))
    let isEmpty = !(low < high)
    let room = max(abs(low) * 0.1, 0.1)
    self.low = isEmpty ? low - room : low
    self.high = isEmpty ? low + room : high
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    let share = (min(max(value, low), high) - low) / (high - low)
    return start + share * (end - start)
  }

  /// Round numbers of the domain, 1, 2 or 5 times a power of ten apart, with the text of each.
  ///
  /// `count` is about how many there will be.
  func ticks(about count: Int) -> [(value: Double, text: String)] {
    let raw = (high - low) / Double(max(1, count))
    guard raw.isFinite, raw > 0 else { return [] }
    let power = floor(log10(raw))
    let unit = pow(10, power)
    let step = ([1, 2, 5, 10].first { $0 * unit >= raw * 0.999 } ?? 10) * unit
    let decimals = max(0, -Int(floor(log10(step) + 1e-9)))
    let (first, last) = (ceil(low / step - 1e-9), floor(high / step + 1e-9))
    // A step below the precision of the numbers would give ticks without end.
    guard step > 0, last >= first, last - first <= 50 else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      // −0 would print with its sign.
      let value = index == 0 ? 0 : index * step
      return (value, NumberText.fixed(value, decimals: min(decimals, 9)))
    }
  }
}
