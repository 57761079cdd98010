/// Bins between which a value is shared, so that a small change of it is a small change of the histogram.
enum SoftBins {
  /// The two bins whose middles are next to a value, and the part of it that each has.
  ///
  /// - Parameters:
  ///   - value: In 0...1, the first bin's start and the last one's end.
  ///   - count: How many bins; the last is not next to the first.
  /// - Returns: Parts that add up to 1.
  static func parts(_ value: Float, of count: Int) -> [(bin: Int, part: Float)] {
    let place = value * Float(count) - 0.5
    let below = place.rounded(.down)
    let share = place - below
    return [(max(0, Int(below)), 1 - share), (min(count - 1, Int(below) + 1), share)]
  }

  /// Adds `weight` to the two bins whose middles are next to a value.
  ///
  /// - Parameters:
  ///   - weight: What is shared.
  ///   - value: In 0...1, the first bin's start and the last one's end.
  ///   - count: How many bins.
  ///   - wraps: Whether the last bin is next to the first.
  ///   - sums: What is added to.
  ///   - start: Where the first bin stands.
  static func add(
    _ weight: Float,
    at value: Float,
    of count: Int,
    wraps: Bool,
    to sums: inout [Float],
    from start: Int
  ) {
    let place = value * Float(count) - 0.5
    let below = place.rounded(.down)
    let share = place - below
    for (bin, part) in [(Int(below), weight * (1 - share)), (Int(below) + 1, weight * share)] {
      sums[start + (wraps ? (bin + count) % count : min(count - 1, max(0, bin)))] += part
    }
  }
}

/// Vectors of length 1.
enum UnitVector {
  /// The direction of a vector; a vector of zeros stays one.
  static func of(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}
