import Annotations

/// The bytes of a COCO file, how far they were read, and what its lists have in common.
struct RecordSource: ~Copyable {
  var scanner: JSONScanner
  var texts = FileTexts()
  /// How many elements of the last list were read.
  private(set) var elements: Int32 = 0
  /// Records that were left out, in the order of the file.
  private(set) var refused: [Refusal] = []
  let fileName: String
  private var lines = SourceLines()
  /// Before this offset, memory was given back.
  private var released = 0

  /// How many bytes of a list say how many rows the rest of the file will have.
  private static let sampleSize = 4 << 20
  /// Memory is given back after so many bytes.
  private static let releaseSize = 16 << 20

  init(_ bytes: PaddedBytes, fileName: String) {
    scanner = JSONScanner(bytes)
    self.fileName = fileName
  }

  /// Starts at an element of a list at the top of the file; places count from there.
  init(_ bytes: PaddedBytes, fileName: String, elementAt position: Int) {
    scanner = JSONScanner(bytes, position: position, depth: 2)
    self.fileName = fileName
    lines = SourceLines(startingAt: position)
    released = position
  }

  /// Why a record was left out.
  struct Refusal: Sendable {
    var place: SourcePlace
    /// JSON pointer to what holds it: `/annotations/` with the index behind it, or a whole pointer.
    var pointer: String
    var hasIndex: Bool
    var problem: String
  }

  /// What was left out, as reports name it.
  var quarantined: [Quarantined] {
    refused.map { refusal in
      Quarantined(
        file: fileName,
        line: Int(refusal.place.line),
        column: refusal.place.column,
        pointer: refusal.pointer + (refusal.hasIndex ? "\(refusal.place.index)" : ""),
        problem: refusal.problem
      )
    }
  }

  /// Steps into the list at the cursor; `false` where it is empty.
  mutating func openList(named name: String) throws(JSONError) -> Bool {
    let kind = try scanner.kind()
    guard kind == .list else {
      throw JSONError(
        offset: scanner.position,
        problem: "'\(name)' must be a list of records, found \(kind.noun)"
      )
    }
    return try scanner.openList()
  }

  /// Reads the list at the cursor.
  mutating func readRecords<Reader: RecordReader & ~Copyable>(
    with reader: inout Reader
  ) throws(JSONError) {
    guard try openList(named: Reader.listName) else { return }
    _ = try readElements(with: &reader, from: 0, before: .max)
  }

  /// Reads the elements of the list from the cursor on that start before an offset.
  ///
  /// `index` is how many stand before the first of them.
  ///
  /// - Returns: Whether the list goes on at the cursor; else it stands behind the list.
  mutating func readElements<Reader: RecordReader & ~Copyable>(
    with reader: inout Reader,
    from index: Int32,
    before end: Int
  ) throws(JSONError) -> Bool {
    let start = scanner.position
    var hasReserved = end != .max
    var index = index
    repeat {
      if scanner.position >= end { return true }
      let place = place(index: index)
      if let problem = try reader.readRecord(from: &scanner, place: place, texts: &texts) {
        refused.append(
          Refusal(
            place: place,
            pointer: "/\(Reader.listName)/",
            hasIndex: true,
            problem: problem
          )
        )
      }
      guard index < .max else {
        throw JSONError(offset: scanner.position, problem: "'\(Reader.listName)' is too long")
      }
      index += 1
      elements = index
      let size = scanner.position - start
      if !hasReserved && size > Self.sampleSize {
        let rest = scanner.bytes.count - scanner.position
        reader.reserve(factor: 1.02 * Double(size + rest) / Double(size))
        hasReserved = true
      }
      releaseMemory()
    } while try scanner.hasMoreElements()
    return false
  }

  /// Goes on behind elements that were read elsewhere, with what was left out of them.
  mutating func adopt(_ refusals: [Refusal], lines: SourceLines, position: Int) {
    refused += refusals
    self.lines.advance(over: lines)
    scanner.position = position
    released = max(released, position)
  }

  /// Where an offset stands in the file; offsets only grow.
  mutating func linesUp(to offset: Int) -> SourceLines {
    lines.advance(to: offset, in: scanner.bytes)
    return lines
  }

  /// Skips the value of a key that says nothing about annotations.
  mutating func skipMember(named name: String) throws(JSONError) {
    let place = place(index: 0)
    scanner.nonFinite = nil
    try scanner.skipValue()
    if scanner.nonFinite != nil {
      let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
refused.append(
        Refusal(
          place: place,
          pointer: "/\(escaped)",
          hasIndex: false,
          problem: "NaN or Infinity in it is no JSON number"
        )
      )
    }
  }

  /// The place of the record at the cursor.
  private mutating func place(index: Int32) -> SourcePlace {
    lines.advance(to: scanner.position, in: scanner.bytes)
    return SourcePlace(
      file: 0,
      line: UInt32(clamping: lines.line),
      column: lines.column,
      index: index
    )
  }

  private mutating func releaseMemory() {
    guard scanner.position - released > Self.releaseSize else { return }
    scanner.bytes.release(released..<scanner.position)
    released = scanner.position
  }
}
