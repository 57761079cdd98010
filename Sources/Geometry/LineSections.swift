/// Where evenly spaced vertical lines enter and leave a ring; its room is kept from ring to ring.
struct LineSections {
  /// Lines that a ring is measured along.
  static let lines = 32

  /// By line: where its crossings start; one more than there are lines.
  private var starts = [Int](repeating: 0, count: lines + 1)
  /// By line: where its next crossing goes.
  private var ends = [Int](repeating: 0, count: lines)
  /// Line by line: in pairs, once in order, from the first of which to the second the line is inside.
  private var crossings: [Double] = []
  /// By point of the ring: the first line that is not left of it.
  private var firstLines: [Int32] = []

  /// Takes the crossings of a ring with lines in the middles of strips that begin at `left`.
  mutating func measure(_ ring: ArraySlice<Double>, left: Double, strip: Double) {
    let points = ring.count / 2
    if firstLines.count < points {
      firstLines = [Int32](repeating: 0, count: 2 * points)
    }
    ring.withUnsafeBufferPointer { ring in
      findFirstLines(of: ring, left: left, strip: strip)
      countCrossings(ofPoints: points)
      findCrossings(of: ring, left: left, strip: strip)
    }
  }

  /// One answer a point, so that no line is crossed an odd number of times.
  private mutating func findFirstLines(
    of ring: UnsafeBufferPointer<Double>,
    left: Double,
    strip: Double
  ) {
    let lines = Double(Self.lines)
    firstLines.withUnsafeMutableBufferPointer { firstLines in
      for point in 0..<ring.count / 2 {
        let place = (ring[2 * point] - left) / strip - 0.5
        guard place > 0 else {
          firstLines[point] = 0
          continue
        }
        // Rounded up by hand: without SSE 4.1 the library's function is called for it.
        let below = Int32(min(place, lines))
        firstLines[point] = Double(below) < place && below < Int32(Self.lines) ? below + 1 : below
      }
    }
  }

  private mutating func countCrossings(ofPoints points: Int) {
    for line in 0...Self.lines { starts[line] = 0 }
    guard points > 0 else { return }
    // An edge begins to cross at one line and ends at another: added up twice, that is a count by line, then a start.
    starts.withUnsafeMutableBufferPointer { starts in
      firstLines.withUnsafeBufferPointer { firstLines in
        var from = Int(firstLines[points - 1])
        for point in 0..<points {
          let to = Int(firstLines[point])
          starts[min(from, to)] += 1
          starts[max(from, to)] -= 1
          from = to
        }
      }
      var (open, total) = (0, 0)
      for line in starts.indices {
        open += starts[line]
        starts[line] = total
        total += open
      }
    }
    let total = starts[Self.lines]
    if crossings.count < total { crossings = [Double](repeating: 0, count: 2 * total) }
    for line in 0..<Self.lines { ends[line] = starts[line] }
  }

  private mutating func findCrossings(
    of ring: UnsafeBufferPointer<Double>,
    left: Double,
    strip: Double
  ) {
    let points = ring.count / 2
    crossings.withUnsafeMutableBufferPointer { crossings in
      ends.withUnsafeMutableBufferPointer { ends in
        firstLines.withUnsafeBufferPointer { firstLines in
          for from in 0..<points {
            let to = from + 1 < points ? from + 1 : 0
            let (line, other) = (firstLines[from], firstLines[to])
            guard line != other else { continue }
            let (x, y) = (ring[2 * from], ring[2 * from + 1])
            let slope = (ring[2 * to + 1] - y) / (ring[2 * to] - x)
            for line in Int(min(line, other))..<Int(max(line, other)) {
              crossings[ends[line]] = y + (left + (Double(line) + 0.5) * strip - x) * slope
              ends[line] += 1
            }
          }
        }
      }
    }
  }

  /// Adds the length in px that one line has inside both rings.
  mutating func addLength(
    of line: Int,
    sharedWith other: inout LineSections,
    to length: inout Double
  ) {
    let range = sorted(line)
    let otherRange = other.sorted(line)
    var (own, others) = (range.lowerBound, otherRange.lowerBound)
    while own < range.upperBound, others < otherRange.upperBound {
      let end = min(crossings[own + 1], other.crossings[others + 1])
      length += max(0, end - max(crossings[own], other.crossings[others]))
      if crossings[own + 1] == end { own += 2 } else { others += 2 }
    }
  }

  /// Puts the crossings of a line in ascending order, and tells where they stand.
  private mutating func sorted(_ line: Int) -> Range<Int> {
    let range = starts[line]..<starts[line + 1]
    if range.count == 2 {
      // Nearly all lines enter and leave once.
      if crossings[range.lowerBound] > crossings[range.lowerBound + 1] {
        crossings.swapAt(range.lowerBound, range.lowerBound + 1)
      }
    } else if range.count > 2 {
      crossings[range].sort()
    }
    return range
  }
}
