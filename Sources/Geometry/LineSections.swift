/// Where evenly spaced vertical lines enter and leave a ring; its room is kept from ring to ring.
struct LineSections {
  /// Lines that a ring is measured along.
  static let lines = 32

  /// By point of the ring: the first line that is not left of it; longer than the ring.
  private var firstLines: [Int32] = []
  /// How many crossings of a line there is room for.
  private var room = 8
  /// Line by line, each with its room: in pairs, from the first of which to the second the line is inside.
  private var crossings = [Double](repeating: 0, count: lines * 8)
  /// By line: its crossings.
  private var counts = [Int](repeating: 0, count: lines)

  /// Tells on which side of the lines the points of a ring are: lines in the middles of strips that begin at `left`.
  ///
  /// One answer a point, so that no line is crossed an odd number of times.
  mutating func place(_ ring: ArraySlice<Double>, left: Double, strip: Double) {
    let points = ring.count / 2
    if firstLines.count < points { firstLines = [Int32](repeating: 0, count: 2 * points) }
    let lines = Double(Self.lines)
    ring.withUnsafeBufferPointer { ring in
      firstLines.withUnsafeMutableBufferPointer { firstLines in
        for point in 0..<points {
          let place = (ring[2 * point] - left) / strip - 0.5
          // Rounded up by hand: without SSE 4.1 the library is called for it.
          let below = place > 0 ? Int32(min(place, lines)) : 0
          firstLines[point] = Double(below) < min(place, lines) ? below + 1 : below
        }
      }
    }
  }

  /// Finds where some of the lines cross the ring that was placed; the crossings of a line ascend.
  mutating func cross(_ ring: ArraySlice<Double>, left: Double, strip: Double, at lines: Range<Int>)
  {
    while !findCrossings(of: ring, left: left, strip: strip, at: lines) {
      room *= 2
      crossings = [Double](repeating: 0, count: Self.lines * room)
    }
    crossings.withUnsafeMutableBufferPointer { crossings in
      for line in lines where counts[line] > 1 {
        let start = line * room
        Self.sort(UnsafeMutableBufferPointer(rebasing: crossings[start..<start + counts[line]]))
      }
    }
  }

  /// `false` where a line has more crossings than room.
  private mutating func findCrossings(
    of ring: ArraySlice<Double>,
    left: Double,
    strip: Double,
    at lines: Range<Int>
  ) -> Bool {
    let (points, room) = (ring.count / 2, room)
    for line in lines { counts[line] = 0 }
    // By address: the checks of four arrays take as long as all else.
    return ring.withUnsafeBufferPointer { ring in
      firstLines.withUnsafeBufferPointer { firstLines in
        crossings.withUnsafeMutableBufferPointer { crossings in
          counts.withUnsafeMutableBufferPointer { counts in
            for from in 0..<points {
              let to = from + 1 < points ? from + 1 : 0
              let (line, other) = (Int(firstLines[from]), Int(firstLines[to]))
              let first = max(min(line, other), lines.lowerBound)
              let end = min(max(line, other), lines.upperBound)
              guard first < end else { continue }
              let (x, y) = (ring[2 * from], ring[2 * from + 1])
              let slope = (ring[2 * to + 1] - y) / (ring[2 * to] - x)
              for line in first..<end {
                guard counts[line] < room else { return false }
                crossings[line * room + counts[line]] =
                  y + (left + (Double(line) + 0.5) * strip - x) * slope
                counts[line] += 1
              }
            }
            return true
          }
        }
      }
    }
  }

  private static func sort(_ values: UnsafeMutableBufferPointer<Double>) {
    // Nearly all lines enter and leave once.
    guard values.count > 2 else {
      let (first, second) = (values[0], values[1])
      values[0] = min(first, second)
      values[1] = max(first, second)
      return
    }
    var values = values
    values.sort()
  }

  /// Adds the length in px that one line has inside both rings.
  func addLength(of line: Int, sharedWith other: LineSections, to length: inout Double) {
    crossings.withUnsafeBufferPointer { crossings in
      other.crossings.withUnsafeBufferPointer { others in
        var (own, next) = (line * room, line * other.room)
        let (end, otherEnd) = (own + counts[line], next + other.counts[line])
        while own < end, next < otherEnd {
          let bottom = min(crossings[own + 1], others[next + 1])
          length += max(0, bottom - max(crossings[own], others[next]))
          if crossings[own + 1] == bottom { own += 2 } else { next += 2 }
        }
      }
    }
  }
}
