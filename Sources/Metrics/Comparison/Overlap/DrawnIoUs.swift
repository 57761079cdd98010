/// Values of IoU, each as often as some resamples of the images draw its image.
struct DrawnIoUs {
  /// How many values each resample has.
  let n: SIMD16<Int>
  /// Sums over the values of each resample, around a value in the middle so that the squares do not cancel.
  let centre: Double
  let sum: SIMD16<Double>
  let squares: SIMD16<Double>

  private let values: [Double]
  private let images: [Int32]
  private let resamples: Resamples
  /// By run: how many values stand before it, in each resample.
  private let before: ResampleRows<UInt32>

  /// Values whose draws are fetched together: they lie all over the images, and fetching one by one waits for
  /// memory each time.
  private static let run = 32

  /// Draws ascending values.
  ///
  /// `images`: The image of each value.
  ///
  /// - Complexity: O(values), for all resamples together.
  init(_ values: [Double], images: [Int32], in resamples: Resamples) {
    let centre = values.isEmpty ? 0 : values[values.count / 2]
    var (sum, squares) = (SIMD16<Double>(), SIMD16<Double>())
    var reached = SIMD16<UInt32>()
    var before = ResampleRows<UInt32>()
    before.reserveCapacity(values.count / Self.run + 1)
    var fetched = [Resamples.Draws](repeating: Resamples.Draws(repeating: 0), count: Self.run)
    for start in stride(from: 0, to: values.count, by: Self.run) {
      let count = min(Self.run, values.count - start)
      for index in 0..<count { fetched[index] = resamples[images[start + index]] }
      before.append(reached)
      for index in 0..<count { reached &+= fetched[index].integers }
      for index in 0..<count {
        let deviation = values[start + index] - centre
        let weighted = fetched[index].doubles * deviation
        sum += weighted
        squares += weighted * deviation
      }
    }
    n = SIMD16(truncatingIfNeeded: reached)
    (self.centre, self.sum, self.squares) = (centre, sum, squares)
    (self.values, self.images, self.resamples) = (values, images, resamples)
    self.before = before
  }

  /// How many of the values before a position each resample has.
  func count(before position: Int) -> SIMD16<Int> {
    let run = position / Self.run
    guard run < before.count else { return n }
    var count = before[run]
    for index in (run * Self.run)..<position { count &+= resamples[images[index]].integers }
    return SIMD16(truncatingIfNeeded: count)
  }

  func mean(of resample: Int) -> Double { centre + sum[resample] / Double(n[resample]) }

  /// With n − 1 in the denominator; `nil` for fewer than two values.
  func deviation(of resample: Int) -> Double? {
    let n = n[resample]
    guard n > 1 else { return nil }
    let (sum, squares) = (sum[resample], squares[resample])
    return (max(0, squares - sum * sum / Double(n)) / Double(n - 1)).squareRoot()
  }

  /// The smallest value of a resample that has one.
  func minimum(of resample: Int) -> Double { values[position(of: 0, in: resample).position] }

  /// Type 7 of Hyndman and Fan, of a resample that has a value.
  func quantile(_ share: Double, of resample: Int) -> Double {
    let rank = Double(n[resample] - 1) * share
    let below = Int(rank)
    var (position, reached) = position(of: below, in: resample)
    let low = values[position]
    let fraction = rank - Double(below)
    guard fraction > 0 else { return low }
    while reached <= below + 1 {
      position += 1
      reached += resamples[images[position]][resample]
    }
    return low + (values[position] - low) * fraction
  }

  /// Where the value of a rank stands, and how many there are up to and including it.
  private func position(of rank: Int, in resample: Int) -> (position: Int, reached: Int) {
    var (low, high) = (0, before.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(before[middle, resample]) <= rank { low = middle } else { high = middle }
    }
    var position = low * Self.run
    var reached = Int(before[low, resample]) + resamples[images[position]][resample]
    while reached <= rank {
      position += 1
      reached += resamples[images[position]][resample]
    }
    return (position, reached)
  }
}
