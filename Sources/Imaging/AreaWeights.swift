import Annotations

/// How much every pixel of a line gives to every pixel of a shorter or longer one, by the area they share.
struct AreaWeights: Sendable {
  /// First source pixel of each target pixel.
  private(set) var starts: [Int] = []
  /// Shares of the source pixels from there on, which add up to 1.
  private(set) var shares: [[Float]] = []

  /// - Parameters:
  ///   - range: Where the target begins and ends in the source; inside `0...length`, not empty.
  ///   - length: Pixels of the source.
  ///   - count: Pixels of the target, at least 1.
  init(_ range: Range<Double>, of length: Int, into count: Int) {
    let step = (range.upperBound - range.lowerBound) / Double(count)
    for target in 0..<count {
      let low = range.lowerBound + Double(target) * step
      let high = min(low + step, Double(length))
      let first = min(Int(low), length - 1)
      // A range may be so short that its end is its start.
      let last = max(first, min(Int(high.rounded(.up)) - 1, length - 1))
      let shared = (first...last).map { max(0, min(high, Double($0 + 1)) - max(low, Double($0))) }
      let sum = shared.reduce(0, +)
      starts.append(first)
      shares.append(sum > 0 ? shared.map { Float($0 / sum) } : [1])
    }
  }

  /// The source pixels that are used at all.
  var used: Range<Int> {
    guard let first = starts.first, let last = starts.last, let shares = shares.last else {
      return 0..<0
    }
    return first..<last + shares.count
  }
}

extension Raster {
  /// The mean colour of the area of each target pixel: first along the rows, then down the columns.
  func resampled(columns: AreaWeights, rows: AreaWeights) -> Raster {
    let width = columns.starts.count
    let used = rows.used
    var lines = [Float](repeating: 0, count: used.count * width * 3)
    for y in used {
      for x in 0..<width {
        let start = (y * size.width + columns.starts[x]) * 3
        let target = ((y - used.lowerBound) * width + x) * 3
        for (offset, share) in columns.shares[x].enumerated() {
          for channel in 0..<3 {
            lines[target + channel] += share * Float(pixels[start + offset * 3 + channel])
          }
        }
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(rows.starts.count * width * 3)
    for y in rows.starts.indices {
      for place in 0..<width * 3 {
        var sum: Float = 0
        for (offset, share) in rows.shares[y].enumerated() {
          sum += share * lines[(rows.starts[y] + offset - used.lowerBound) * width * 3 + place]
        }
        result.append(UInt8(min(255, max(0, sum.rounded()))))
      }
    }
    return Raster(size: ImageSize(width: width, height: rows.starts.count), pixels: result)
  }
}
