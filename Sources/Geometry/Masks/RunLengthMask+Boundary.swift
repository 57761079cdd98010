extension RunLengthMask {
  /// The pixels of the mask that lie within `distance` of its outside; what is outside the image is.
  ///
  /// The mask without its erosion by a square of `2·distance + 1` pixels.
  ///
  /// Source: B. Cheng et al., "Boundary IoU", 2021; there `distance` is 2 % of the image's diagonal.
  package func boundary(distance: Int) -> RunLengthMask {
    precondition(distance >= 1, "a boundary is at least one pixel wide")
    return subtracting(eroded(by: distance))
  }

  /// IoU of the two boundaries.
  ///
  /// `dilationRatio`: Width of the boundary as a share of the image's diagonal.
  package func boundaryIoU(with other: RunLengthMask, dilationRatio: Double = 0.02) -> Double {
    let distance = Self.boundaryDistance(height: height, width: width, ratio: dilationRatio)
    return boundary(distance: distance).iou(with: other.boundary(distance: distance))
  }

  /// Width of a boundary in pixels: at least 1, rounded half to even.
  package static func boundaryDistance(height: Int, width: Int, ratio: Double) -> Int {
    let diagonal = Double(height * height + width * width).squareRoot()
    return max(1, Int((ratio * diagonal).rounded(.toNearestOrEven)))
  }

  /// - Complexity: O(pixels of the bounding box).
  private func eroded(by distance: Int) -> RunLengthMask {
    let box = bounds
    let (left, top) = (Int(box.x), Int(box.y))
    let (columns, rows) = (Int(box.width), Int(box.height))
    var inside = [Bool](repeating: false, count: columns * rows)
    forEachForegroundRun { start, end in
      for position in start..<end {
        inside[(position / height - left) * rows + position % height - top] = true
      }
    }
    for column in 0..<columns {
      Self.erode(&inside, from: column * rows, count: rows, step: 1, by: distance)
    }
    for row in 0..<rows {
      Self.erode(&inside, from: row, count: columns, step: rows, by: distance)
    }
    return RunLengthMask(inside, left: left, top: top, rows: rows, height: height, width: width)
  }

  /// Clears every pixel of a line that has an empty one, or the line's end, within `distance`.
  private static func erode(
    _ inside: inout [Bool],
    from first: Int,
    count: Int,
    step: Int,
    by distance: Int
  ) {
    var start = 0
    while start < count {
      guard inside[first + start * step] else {
        start += 1
        continue
      }
      var end = start
      while end < count, inside[first + end * step] { end += 1 }
      for position in start..<end where position - start < distance || end - 1 - position < distance
      {
        inside[first + position * step] = false
      }
      start = end
    }
  }

  private init(
    _ inside: [Bool],
    left: Int,
    top: Int,
    rows: Int,
    height: Int,
    width: Int
  ) {
    var builder = RunBuilder()
    builder.add(left * height, isForeground: false)
    for column in stride(from: 0, to: inside.count, by: max(1, rows)) {
      builder.add(top, isForeground: false)
      for row in 0..<rows { builder.add(1, isForeground: inside[column + row]) }
      builder.add(height - top - rows, isForeground: false)
    }
    let covered = builder.runs.reduce(0) { $0 + Int($1) }
    builder.add(height * width - covered, isForeground: false)
    self.init(height: height, width: width, canonical: builder.runs)
  }
}
