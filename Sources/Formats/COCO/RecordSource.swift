import Annotations

/// The bytes of a COCO file, how far they were read, and what its lists have in common.
struct RecordSource: ~Copyable {
  var scanner: JSONScanner
  var texts = FileTexts()
  private(set) var quarantined: [Quarantined] = []
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

  /// Reads the list at the cursor.
  mutating func readRecords<Reader: RecordReader & ~Copyable>(
    with reader: inout Reader
  ) throws(JSONError) {
    let kind = try scanner.kind()
    guard kind == .list else {
      throw JSONError(
        offset: scanner.position,
        problem: "'\(Reader.listName)' must be a list of records, found \(kind.noun)"
      )
    }
    guard try scanner.openList() else { return }
    let start = scanner.position
    var hasReserved = false
    var index: Int32 = 0
    repeat {
      let place = place(index: index)
      if let problem = try reader.readRecord(from: &scanner, place: place, texts: &texts) {
        quarantine(place, pointer: "/\(Reader.listName)/\(index)", problem: problem)
      }
      guard index < .max else {
        throw JSONError(offset: scanner.position, problem: "'\(Reader.listName)' is too long")
      }
      index += 1
      let size = scanner.position - start
      if !hasReserved && size > Self.sampleSize {
        let rest = scanner.bytes.count - scanner.position
        reader.reserve(factor: 1.02 * Double(size + rest) / Double(size))
        hasReserved = true
      }
      releaseMemory()
    } while try scanner.hasMoreElements()
  }

  /// Skips the value of a key that says nothing about annotations.
  mutating func skipMember(named name: String) throws(JSONError) {
    let place = place(index: 0)
    scanner.nonFinite = nil
    try scanner.skipValue()
    if scanner.nonFinite != nil {
      let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
      quarantine(place, pointer: "/\(escaped)", problem: "NaN or Infinity in it is no JSON number")
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

  private mutating func quarantine(_ place: SourcePlace, pointer: String, problem: String) {
    quarantined.append(
      Quarantined(
        file: fileName,
        line: Int(place.line),
        column: place.column,
        pointer: pointer,
        problem: problem
      )
    )
  }

  private mutating func releaseMemory() {
    guard scanner.position - released > Self.releaseSize else { return }
    scanner.bytes.release(released..<scanner.position)
    released = scanner.position
  }
}
