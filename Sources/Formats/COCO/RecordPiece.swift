import Annotations

/// Some records of a list that follow each other, read without knowing what stands before them.
///
/// Its lines, columns, positions and codes are counted from its own start.
struct RecordPiece<Reader: RecordReader & ~Copyable>: Sendable {
  /// Where the first record starts.
  let start: Int
  private(set) var rows = Reader.Rows()
  private(set) var texts = FileTexts()
  /// The records that were left out, and why.
  private(set) var problems: [RecordProblem] = []
  /// How many records were read.
  private(set) var count: Int32 = 0
  /// Where the record behind the piece starts; behind the list where this is its last piece.
  private(set) var end: Int
  private(set) var isLast = false
  /// At `end`.
  private(set) var lines: SourceLines
  /// Where the bytes stop being JSON: the piece ends there.
  private(set) var error: JSONError?

  /// Reads from the start of a record to the start of the first record at or behind `limit`.
  init(from start: Int, until limit: Int, of bytes: PaddedBytes) {
    self.start = start
    end = start
    lines = SourceLines(from: start)
    var reader = Reader()
    do throws(JSONError) {
      try read(with: &reader, until: limit, of: bytes)
    } catch {
      self.error = error
    }
    rows = reader.takeRows()
    bytes.release(start..<end)
  }

  private mutating func read(
    with reader: inout Reader,
    until limit: Int,
    of bytes: PaddedBytes
  ) throws(JSONError) {
    var scanner = JSONScanner(bytes, at: start, depth: Reader.depth)
    repeat {
      lines.advance(to: scanner.position, in: bytes)
      let place = SourcePlace(
        file: 0,
        line: UInt32(clamping: lines.line),
        column: lines.column,
        index: count
      )
      if let problem = try reader.readRecord(from: &scanner, place: place, texts: &texts) {
        problems.append(RecordProblem(place: place, text: problem))
      }
      problems += reader.takePartProblems()
      guard count < .max else {
        throw JSONError(
          offset: scanner.position,
          problem: "'\(Reader.listName)' is too long"
        )
      }
      count += 1
      isLast = try !scanner.hasMoreElements()
    } while !isLast && scanner.position < limit
    end = scanner.position
    lines.advance(to: end, in: bytes)
  }

  /// Turns the places into those of the file.
  mutating func move(_ shift: PlaceShift) {
    rows.move(shift)
    for index in problems.indices { problems[index].place = shift(problems[index].place) }
  }
}
