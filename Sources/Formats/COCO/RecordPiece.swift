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

  /// Whether it is all of its list: its texts are those of all the file up to its end.
  let isWhole: Bool

  /// Reads from the start of a record to the start of the first record at or behind `limit`.
  init(from start: Int, until limit: Int, of bytes: PaddedBytes) {
    self.start = start
    isWhole = false
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

  /// Reads a list from the start of its first record to its end: its rows then stand where they stay.
  ///
  /// `texts` are those of what stands before the list, whose codes stay what they are; every `size` bytes or so,
  /// `progress` is told where the next ones start.
  init(
    wholeFrom start: Int,
    of bytes: PaddedBytes,
    texts: consuming FileTexts,
    inStepsOf size: Int,
    progress: (Int) -> Void
  ) {
    self.start = start
    self.texts = texts
    isWhole = true
    end = start
    lines = SourceLines(from: start)
    var reader = Reader()
    var hasReserved = false
    do throws(JSONError) {
      while !isLast {
        let stepStart = end
        try read(with: &reader, until: stepStart + size, of: bytes)
        // The keys of the last record are looked at again.
        bytes.release(max(start, stepStart - Self.keptSize)..<max(start, end - Self.keptSize))
        progress(end)
        if !hasReserved, let factor = RowEstimate.factor(from: start, to: end, of: bytes) {
          reader.reserve(factor: factor)
          hasReserved = true
        }
      }
    } catch {
      self.error = error
    }
    rows = reader.takeRows()
  }

  /// So many bytes before the end of a step stay in memory.
  private static var keptSize: Int { 1 << 16 }

  private mutating func read(
    with reader: inout Reader,
    until limit: Int,
    of bytes: PaddedBytes
  ) throws(JSONError) {
    var scanner = JSONScanner(bytes, at: end, depth: Reader.depth)
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
