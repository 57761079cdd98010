extension RunLengthMask {
  /// The pixels inside rings, united, rasterised exactly as pycocotools does (`rleFrPoly`).
  ///
  /// Each ring is followed on a grid five times as fine as the pixels; a ring that crosses itself
  /// counts by parity, and a hole cannot be expressed, since rings are united.
  ///
  /// `rings`: `x0, y0, x1, y1, …` in pixels each.
  /// - Returns: The mask, or `nil` where a coordinate lies so far outside the image, or the image is so
  ///   large, that no mask of it can be had.
  package static func rasterised<Rings: Sequence>(
    _ rings: Rings,
    height: Int,
    width: Int
  ) -> RunLengthMask? where Rings.Element == ArraySlice<Double> {
    guard height > 0, width > 0, height <= longestSide, width <= longestSide else { return nil }
    guard height * width <= Int(UInt32.max) else { return nil }
    var mask: RunLengthMask?
    for ring in rings {
      guard let part = rasterised(ring: ring, height: height, width: width) else { return nil }
      mask = mask?.union(part) ?? part
    }
    return mask ?? RunLengthMask(height: height, width: width, canonical: [UInt32(height * width)])
  }

  /// Of an image that a mask can be had of, in px.
  static let longestSide = 1 << 20
  /// Pixels beyond which a coordinate is taken for damaged.
  private static let farthest = Double(1 << 22)
  private static let scale = ColumnCrossings.scale

  private static func rasterised(
    ring: ArraySlice<Double>,
    height: Int,
    width: Int
  ) -> RunLengthMask? {
    let points = ring.count / 2
    var x = [Int](repeating: 0, count: points)
    var y = x
    for point in 0..<points {
      let index = ring.startIndex + 2 * point
      guard abs(ring[index]) <= farthest, abs(ring[index + 1]) <= farthest else { return nil }
      // Truncation, not rounding down, as a cast in C.
      x[point] = Int(Double(scale) * ring[index] + 0.5)
      y[point] = Int(Double(scale) * ring[index + 1] + 0.5)
    }
    var crossings = ColumnCrossings(height: height, width: width)
    for point in 0..<points {
      let next = point + 1 < points ? point + 1 : 0
      crossings.add(from: (x[point], y[point]), to: (x[next], y[next]))
    }
    return RunLengthMask(height: height, width: width, canonical: crossings.runs())
  }
}

/// Where the edges of a ring cross from one pixel column to the next.
private struct ColumnCrossings {
  let height: Int
  let width: Int
  /// Positions at which inside and outside change, column by column from the top of the image.
  private var positions: [Int] = []

  /// Steps of the fine grid in a pixel; known to the compiler, which divides by it as by no other number.
  static let scale = 5

  init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// Adds the crossings of an edge between two points of the fine grid.
  mutating func add(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
    guard dx > 0 else { return }
    // The edge is followed along its longer axis, upwards, whichever way it points.
    let isTurned = dx >= dy ? start.x > end.x : start.y > end.y
    let (from, to) = isTurned ? (end, start) : (start, end)
    let isLeftward = start.x > end.x
    if dx >= dy {
      let slope = Double(to.y - from.y) / Double(dx)
      func y(at x: Int) -> Int { Int(Double(from.y) + slope * Double(x - from.x) + 0.5) }
      forEachColumn(from: from.x, to: to.x, isLeftward) { column in
        let x = column * Self.scale + Self.scale / 2
        return min(y(at: x), y(at: x + 1))
      }
    } else {
      addSteep(from: from, to: to, isLeftward, slope: Double(to.x - from.x) / Double(dy))
    }
  }

  /// Adds an edge that rises faster than it goes aside, from column to column.
  private mutating func addSteep(
    from: (x: Int, y: Int),
    to: (x: Int, y: Int),
    _ isLeftward: Bool,
    slope: Double
  ) {
    let steps = to.y - from.y
    forEachColumn(from: min(from.x, to.x), to: max(from.x, to.x), isLeftward) { column in
      let right = Double(column * Self.scale + Self.scale / 2 + 1)
      func isBeyond(_ step: Int) -> Bool {
        let x = Double(from.x) + slope * Double(step) + 0.5
        return slope > 0 ? x >= right : x < right
      }
      // The first step that is beyond the middle of the column, but for rounding of the quotient.
      var step = min(max(Int((right - 0.5 - Double(from.x)) / slope) + 1, 1), steps)
      while step > 1, isBeyond(step - 1) { step -= 1 }
      while step < steps, !isBeyond(step) { step += 1 }
      return from.y + step - 1
    }
  }

  /// Adds the crossings with the columns whose middle lies between two positions of the fine grid.
  ///
  /// They go the way of the ring: its upper and its lower side are then nearly sorted.
  private mutating func forEachColumn(
    from start: Int,
    to end: Int,
    _ isLeftward: Bool,
    fineY: (_ column: Int) -> Int
  ) {
    let columns = columns(from: start, to: end)
    for step in 0..<columns.count {
      let column = isLeftward ? columns.upperBound - 1 - step : columns.lowerBound + step
      add(column: column, fineY: fineY(column))
    }
  }

  /// Columns whose middle lies between two positions of the fine grid.
  private func columns(from start: Int, to end: Int) -> Range<Int> {
    let half = Self.scale / 2
    // Smallest and largest c with start ≤ scale·c + half < end.
    let first = max(0, start <= half ? 0 : (start - half + Self.scale - 1) / Self.scale)
    let last = min(width - 1, end - 1 < half ? -1 : (end - 1 - half) / Self.scale)
    return first..<max(first, last + 1)
  }

  private mutating func add(column: Int, fineY: Int) {
    // The first row whose middle is not above the crossing, as pycocotools has it in floating point.
    let row = min(max(fineY + Self.scale / 2, 0) / Self.scale, height)
    positions.append(column * height + row)
  }

  /// Run lengths between the sorted positions; two changes at one place undo each other.
  mutating func runs() -> [UInt32] {
    positions.sort()
    positions.append(height * width)
    var runs: [UInt32] = []
    runs.reserveCapacity(positions.count)
    // The first run is background, and may be empty.
    var (previous, isJoined) = (0, false)
    for position in positions {
      let length = UInt32(position - previous)
      previous = position
      if isJoined {
        runs[runs.count - 1] += length
        isJoined = false
      } else if length > 0 || runs.isEmpty {
        runs.append(length)
      } else {
        isJoined = true
      }
    }
    return runs
  }
}
