package import Geometry

/// Rings of polygons in the smallest form that gives every coordinate back to the bit.
///
/// Files write coordinates with few decimals. Such a ring is kept as whole numbers over one power of ten, as
/// steps from point to point where these are short: 2 bytes a coordinate in place of 8. A quotient of two
/// numbers that doubles hold without rounding is rounded once (Clinger 1990), so that it is the double nearest to
/// what was written, whatever power both were multiplied by. All other rings are kept as doubles.
package struct RingTable: Sendable {
  /// How a ring stands in `words`.
  private enum Coding: Int16 {
    /// The first point as two numbers of 32 bits, then for each coordinate its step from the point before.
    case steps
    /// Numbers of 32 bits.
    case wholes
    /// Doubles.
    case doubles
  }

  /// Of every ring that is not empty: its coding and decimals in one word, then its coordinates.
  private var words: [Int16] = []
  /// Where each ring starts in `words`, and where the last one ends.
  private var starts = [0]

  /// No ring kept as whole numbers has more decimals.
  package static let decimalsLimit = 6
  private static let powers: [Double] = [1, 10, 100, 1000, 10000, 100_000, 1_000_000]

  package init() {}

  /// The number of rings.
  package var count: Int { starts.count - 1 }

  /// The coordinates `x0, y0, x1, y1, …` of a ring in pixels, made for the caller.
  package subscript(ring: Int) -> ArraySlice<Double> {
    let count = coordinateCount(ofRing: ring)
    guard count > 0 else { return [] }
    // Written where they stand: an append for each coordinate takes twice the time.
    return Array(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      write(ring, to: buffer)
      initializedCount = count
    }[...]
  }

  /// Writes the coordinates of a ring to where there is room for all of them.
  func write(_ ring: Int, to buffer: UnsafeMutableBufferPointer<Double>) {
    guard !buffer.isEmpty else { return }
    var index = 0
    visit(ring) { coordinate in
      buffer.initializeElement(at: index, to: coordinate)
      index += 1
    }
  }

  /// How many numbers a ring has: twice its points, where it is well formed.
  package func coordinateCount(ofRing ring: Int) -> Int {
    let size = starts[ring + 1] - starts[ring]
    guard size > 0 else { return 0 }
    return switch head(ofRing: ring).coding {
    case .steps: size - 3
    case .wholes: (size - 1) / 2
    case .doubles: (size - 1) / 4
    }
  }

  /// Has some rings at hand that will be asked for soon, in another order than that of the table.
  ///
  /// Reads the start of each in a loop so short that the processor waits for many of them at once; asked for one by
  /// one, each would be waited for, 100 ns in a large table.
  ///
  /// - Returns: How many numbers they have together.
  @inline(never) @discardableResult
  package func fetch(_ rings: [Int]) -> Int {
    rings.reduce(0) { $0 + coordinateCount(ofRing: $1) }
  }

  /// The smallest box around the points of some rings, or `nil` without a point.
  package func bounds(ofRings rings: Range<Int>) -> Box? {
    var union: Box?
    for ring in rings {
      guard let box = bounds(ofRing: ring) else { continue }
      union = union?.union(box) ?? box
    }
    return union
  }

  // MARK: Filling

  /// Adds a ring of any numbers.
  package mutating func appendRow(_ coordinates: some Sequence<Double>) {
    var isEmpty = true
    for coordinate in coordinates {
      if isEmpty { words.append(Self.head(.doubles, decimals: 0)) }
      isEmpty = false
      let bits = coordinate.bitPattern
      append(UInt32(truncatingIfNeeded: bits))
      append(UInt32(truncatingIfNeeded: bits >> 32))
    }
    starts.append(words.count)
  }

  /// Adds a ring of the numbers `numerators / 10^decimals`.
  ///
  /// `decimals` are at most `decimalsLimit`.
  package mutating func appendRow(numerators: [Int32], decimals: Int) {
    defer { starts.append(words.count) }
    guard !numerators.isEmpty else { return }
    if numerators.count >= 2, appendSteps(of: numerators, decimals: decimals) { return }
    words.append(Self.head(.wholes, decimals: decimals))
    for number in numerators { append(UInt32(bitPattern: number)) }
  }

  /// Adds all rings of another table behind ours.
  package mutating func append(rowsOf other: RingTable) {
    let base = words.count
    words.append(contentsOf: other.words)
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + base })
  }

  /// Takes the rings from `count` on back.
  package mutating func removeRows(from count: Int) {
    guard count < self.count else { return }
    starts.removeLast(self.count - count)
    words.removeLast(words.count - starts[count])
  }

  /// Makes room for `factor` times what is there.
  package mutating func reserve(factor: Double) {
    words.reserve(factor: factor)
    starts.reserve(factor: factor)
  }
}

// MARK: Coding

extension RingTable {
  private static func head(_ coding: Coding, decimals: Int) -> Int16 {
    Int16(decimals) << 2 | coding.rawValue
  }

  private func head(ofRing ring: Int) -> (coding: Coding, decimals: Int) {
    let word = words[starts[ring]]
    guard let coding = Coding(rawValue: word & 3) else {
      preconditionFailure("a ring starts with its coding")
    }
    return (coding, Int(word >> 2))
  }

  private mutating func append(_ number: UInt32) {
    words.append(Int16(truncatingIfNeeded: number))
    words.append(Int16(truncatingIfNeeded: number >> 16))
  }

  /// `false`, and nothing added, where a step is too long.
  private mutating func appendSteps(of numerators: [Int32], decimals: Int) -> Bool {
    let start = words.count
    var areShort = true
    words.append(addingCapacity: numerators.count + 3) { row in
      row.append(Self.head(.steps, decimals: decimals))
      for number in numerators[..<2] {
        row.append(Int16(truncatingIfNeeded: number))
        row.append(Int16(truncatingIfNeeded: number >> 16))
      }
      areShort = Self.appendSteps(of: numerators, to: &row)
    }
    if !areShort { words.removeLast(words.count - start) }
    return areShort
  }

  /// Adds the step of each coordinate from the point before; whether all are short enough.
  private static func appendSteps(of numerators: [Int32], to row: inout OutputSpan<Int16>) -> Bool {
    // By address, and judged once at the end: eight coordinates at a time, half the time of this table.
    row.withUnsafeMutableBufferPointer { row, count in
      numerators.withUnsafeBufferPointer { numbers in
        let steps = row.extracting(count...)
        var lost: Int32 = 0
        for index in 2..<numbers.count {
          // One that wraps around is right as well: the sum wraps back.
          let step = numbers[index] &- numbers[index - 2]
          let short = Int16(truncatingIfNeeded: step)
          steps.initializeElement(at: index - 2, to: short)
          lost |= step ^ Int32(short)
        }
        count += numbers.count - 2
        return lost == 0
      }
    }
  }

  private func whole(at index: Int) -> Int32 {
    Int32(bitPattern: UInt32(UInt16(bitPattern: words[index])))
      | Int32(words[index + 1]) << 16
  }

  /// Calls `body` with the coordinates of a ring that is not empty, in their order.
  @inline(__always)
  private func visit(_ ring: Int, _ body: (Double) -> Void) {
    let (start, end) = (starts[ring] + 1, starts[ring + 1])
    let (coding, decimals) = head(ofRing: ring)
    let power = Self.powers[decimals]
    switch coding {
    case .steps:
      visitSteps(start..<end) { body(Double($0) / power) }
    case .wholes:
      for index in stride(from: start, to: end, by: 2) { body(Double(whole(at: index)) / power) }
    case .doubles:
      for index in stride(from: start, to: end, by: 4) {
        let low = UInt64(UInt32(bitPattern: whole(at: index)))
        let high = UInt64(UInt32(bitPattern: whole(at: index + 2)))
        body(Double(bitPattern: low | high << 32))
      }
    }
  }

  @inline(__always)
  private func visitSteps(_ range: Range<Int>, _ body: (Int32) -> Void) {
    var (x, y) = (whole(at: range.lowerBound), whole(at: range.lowerBound + 2))
    body(x)
    body(y)
    var index = range.lowerBound + 4
    while index + 1 < range.upperBound {
      x &+= Int32(words[index])
      y &+= Int32(words[index + 1])
      body(x)
      body(y)
      index += 2
    }
    if index < range.upperBound { body(x &+ Int32(words[index])) }
  }

  /// Whole numbers are compared before they are divided: the quotients have the same order.
  private func bounds(ofRing ring: Int) -> Box? {
    let count = coordinateCount(ofRing: ring)
    guard count > 1 else { return nil }
    let (coding, decimals) = head(ofRing: ring)
    guard coding == .steps else { return Polygon.bounds(self[ring]) }
    let start = starts[ring] + 1
    var (x, y) = (whole(at: start), whole(at: start + 2))
    var (left, right, top, bottom) = (x, x, y, y)
    for index in stride(from: start + 4, to: start + 2 + count - count % 2, by: 2) {
      x &+= Int32(words[index])
      y &+= Int32(words[index + 1])
      left = min(left, x)
      right = max(right, x)
      top = min(top, y)
      bottom = max(bottom, y)
    }
    let power = Self.powers[decimals]
    return Box(
      left: Double(left) / power,
      top: Double(top) / power,
      right: Double(right) / power,
      bottom: Double(bottom) / power
    )
  }
}
