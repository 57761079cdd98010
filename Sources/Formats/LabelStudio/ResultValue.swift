/// What stands in the `value` of a result.
struct ResultValue {
  private enum Key: String, CaseIterable {
    case x, y, width, height, rotation, points, rle
    case labels, rectanglelabels, polygonlabels, brushlabels, keypointlabels
    case choices, text, number, rating, datetime, taxonomy
  }

  private let keys = JSONKeyTable<Key>()
  private(set) var labels: [String] = []
  private(set) var answers: [TaskAnswer] = []
  private var (x, y, width, height): (Double?, Double?, Double?, Double?)
  private var points: [Double]?
  private var bytes: [UInt8]?
  private var numbers: [Double] = []

  mutating func begin() {
    labels = []
    answers = []
    (x, y, width, height) = (nil, nil, nil, nil)
    points = nil
    bytes = nil
  }

  mutating func read(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    guard try scanner.kind() == .object else {
      return try draft.skip("value", mustBe: "an object", from: &scanner)
    }
    guard try scanner.openObject() else { return }
    var seen = JSONKeySet()
    repeat {
      let name = try scanner.readKey()
      let known = keys.index(of: name, in: scanner)
      if !(known.map({ seen.insert(known: $0) }) ?? seen.insert(name, in: scanner)) {
        draft.refuse("'\(scanner.string(name))' is given twice in 'value'; expected once")
      }
      if let known {
        try read(keys[known], from: &scanner, draft: &draft)
        draft.noteNonFinite(under: name, in: &scanner)
      } else {
        try scanner.skipValue()
        scanner.nonFinite = nil
      }
    } while try scanner.hasMoreMembers()
  }

  /// The shape that the values give, or `nil` with a problem noted.
  func shape(
    _ kind: TaskResultReader.ShapeKind,
    draft: inout RecordDraft
  ) -> TaskResult.Shape? {
    switch kind {
    case .any:
      if points != nil { return shape(.polygon, draft: &draft) }
      if bytes != nil { return shape(.brush, draft: &draft) }
      return width == nil ? nil : shape(.rectangle, draft: &draft)
    case .rectangle:
      if let x, let y, let width, let height {
        return .rectangle(x: x, y: y, width: width, height: height)
      }
      draft.refuse("a rectangle needs the numbers 'x', 'y', 'width' and 'height' in percent")
    case .polygon:
      if let points, !points.isEmpty { return .polygon(points) }
      draft.refuse("a polygon needs 'points': a list of pairs in percent")
    case .point:
      if let x, let y { return .point(x: x, y: y) }
      draft.refuse("a key point needs the numbers 'x' and 'y' in percent")
    case .brush:
      if let bytes { return .brush(bytes) }
      draft.refuse("a brush needs 'rle': a list of bytes")
    }
    return nil
  }

  private mutating func read(
    _ key: Key,
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    switch key {
    case .x: x = try draft.readNumber("x", from: &scanner)
    case .y: y = try draft.readNumber("y", from: &scanner)
    case .width: width = try draft.readNumber("width", from: &scanner)
    case .height: height = try draft.readNumber("height", from: &scanner)
    case .rotation:
      if let angle = try draft.readNumber("rotation", from: &scanner),
        angle.truncatingRemainder(dividingBy: 360) != 0
      {
        draft.refuse("the shape is rotated by \(angle) degrees, which is not read; expected 0")
      }
    case .points: try readPoints(from: &scanner, draft: &draft)
    case .rle: try readBytes(from: &scanner, draft: &draft)
    case .labels, .rectanglelabels, .polygonlabels, .brushlabels, .keypointlabels:
      for case .text(let label) in try Self.answers(from: &scanner) { labels.append(label) }
    case .choices, .text, .number, .rating, .datetime, .taxonomy:
      answers += try Self.answers(from: &scanner)
    }
  }

  private mutating func readPoints(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    let expected = "a list of pairs [x, y] in percent"
    guard try scanner.kind() == .list else {
      return try draft.skip("points", mustBe: expected, from: &scanner)
    }
    var ring: [Double] = []
    if try scanner.openList() {
      repeat {
        guard try scanner.kind() == .list else {
          try draft.skip("points", mustBe: expected, from: &scanner)
          continue
        }
        let count = ring.count
        let other = try scanner.readNumbers(appendingTo: &ring)
        if other != .nonFinite, other != nil || ring.count != count + 2 {
          draft.refuse("'points' must be \(expected), found a point that is no pair of numbers")
        }
      } while try scanner.hasMoreElements()
    }
    points = ring
  }

  private mutating func readBytes(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    let expected = "a list of bytes, whole numbers in 0…255"
    guard try scanner.kind() == .list else {
      return try draft.skip("rle", mustBe: expected, from: &scanner)
    }
    numbers.removeAll(keepingCapacity: true)
    let other = try scanner.readNumbers(appendingTo: &numbers)
    let bytes = numbers.compactMap { UInt8(exactly: $0) }
    guard other == nil, bytes.count == numbers.count else {
      return draft.refuse("'rle' must be \(expected)")
    }
    self.bytes = bytes
  }

  /// A text, a number, or all of those in a list, however deep; anything else answers nothing.
  private static func answers(
    from scanner: inout JSONScanner
  ) throws(JSONError) -> [TaskAnswer] {
    switch try scanner.kind() {
    case .text:
      return [.text(scanner.string(try scanner.readText()))]
    case .number: return [.number(try scanner.readDouble())]
    case .list:
      var all: [TaskAnswer] = []
      guard try scanner.openList() else { return [] }
      repeat { all += try answers(from: &scanner) } while try scanner.hasMoreElements()
      return all
    default:
      try scanner.skipValue()
      return []
    }
  }
}
