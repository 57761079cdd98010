import Annotations

/// The bytes of a COCO file, how far they were read, and what its lists have in common.
struct RecordSource: ~Copyable {
  var scanner: JSONScanner
  var texts: FileTexts
  private(set) var quarantined: [Quarantined] = []
  let fileName: String
  private let plan: ReadingPlan
  /// Is told how many of the bytes are read.
  private let work: OngoingWork?
  private var lines = SourceLines()

  /// `texts` are those whose codes must stay what they are.
  init(
    _ bytes: PaddedBytes,
    fileName: String,
    plan: ReadingPlan,
    texts: FileTexts = FileTexts(),
    work: OngoingWork? = nil
  ) {
    scanner = JSONScanner(bytes)
    self.texts = texts
    self.fileName = fileName
    self.plan = plan
    self.work = work
  }

  /// How many tasks may read at once.
  var threads: Int { plan.threads }

  /// Steps over a byte-order mark of UTF-8 and refuses other encodings.
  mutating func skipEncodingMark() throws(JSONError) {
    let bytes = scanner.bytes
    let (first, second) = (bytes[0], bytes[min(1, bytes.count)])
    let isUTF16 = (first, second) == (0xFF, 0xFE) || (first, second) == (0xFE, 0xFF)
    if isUTF16 || bytes.count > 1 && (first == 0 || second == 0) {
      throw JSONError(offset: 0, problem: "the text is UTF-16 or UTF-32; save the file as UTF-8")
    }
    scanner.skipByteOrderMark()
  }

  /// Reads the list at the cursor, by several tasks where the plan allows it.
  ///
  /// The pieces that tasks read count only where each starts exactly where the one before it ended, so that
  /// together they are what one task would have read.
  mutating func readRecords<Reader: RecordReader & ~Copyable>(
    by reader: Reader.Type,
    into rows: inout Reader.Rows
  ) async throws(JSONError) {
    guard try openRecords(of: Reader.listName) else { return }
    var list = ListProgress(start: scanner.position)
    if plan.threads == 1 { try readWhole(by: reader, &list, into: &rows) }
    for _ in 0...plan.wrongGuesses where !list.isAtEnd {
      try await readGuessed(by: reader, &list, into: &rows).get()
    }
    while !list.isAtEnd {
      let start = scanner.position
      let piece = RecordPiece<Reader>(from: start, until: start + plan.pieceSize, of: scanner.bytes)
      try merge(consume piece, to: &list, into: &rows)
    }
  }

  /// Skips the value of a key that says nothing about annotations.
  mutating func skipMember(named name: String) throws(JSONError) {
    let place = place
    scanner.nonFinite = nil
    try scanner.skipValue()
    if scanner.nonFinite != nil {
      let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
      quarantine(place, pointer: "/\(escaped)", problem: "NaN or Infinity in it is no JSON number")
    }
  }

  /// Steps into the list at the cursor; `false` where it is empty.
  private mutating func openRecords(of name: String) throws(JSONError) -> Bool {
    let kind = try scanner.kind()
    guard kind == .list else {
      throw JSONError(
        offset: scanner.position,
        problem: "'\(name)' must be a list of records, found \(kind.noun)"
      )
    }
    guard try scanner.openList() else { return false }
    lines.advance(to: scanner.position, in: scanner.bytes)
    return true
  }

  /// The place of the cursor.
  private var place: SourcePlace {
    mutating get {
      lines.advance(to: scanner.position, in: scanner.bytes)
      return SourcePlace(
        file: 0,
        line: UInt32(clamping: lines.line),
        column: lines.column,
        index: 0
      )
    }
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
}

// MARK: Pieces

/// How far a list was read.
private struct ListProgress {
  /// Where its first record starts.
  let start: Int
  /// How many records were read.
  var count: Int32 = 0
  var isAtEnd = false
  var hasReserved = false
}

extension RecordSource {
  /// Reads to the end of the list in one go.
  private mutating func readWhole<Reader: RecordReader & ~Copyable>(
    by reader: Reader.Type,
    _ list: inout ListProgress,
    into rows: inout Reader.Rows
  ) throws(JSONError) {
    // No second owner, so that texts are added where they stand.
    let before = texts
    texts = FileTexts()
    let piece = RecordPiece<Reader>(
      wholeFrom: scanner.position,
      of: scanner.bytes,
      texts: before,
      inStepsOf: plan.pieceSize
    ) { work?.advance($0, of: scanner.bytes.count) }
    try merge(consume piece, to: &list, into: &rows)
  }

  /// Reads with several tasks until the list ends or a guess was wrong.
  private mutating func readGuessed<Reader: RecordReader & ~Copyable>(
    by reader: Reader.Type,
    _ list: inout ListProgress,
    into rows: inout Reader.Rows
  ) async -> Result<Void, JSONError> {
    let bytes = scanner.bytes
    var cutter = RecordCutter(bytes, from: scanner.position, size: plan.pieceSize)
    let threads = plan.threads
    return await withTaskGroup(of: (position: Int, piece: RecordPiece<Reader>).self) { group in
      var waiting: [Int: RecordPiece<Reader>] = [:]
      var (started, merged) = (0, 0)
      // Few pieces may wait in memory, however long the one before them takes.
      func startAll() {
        while started < merged + 2 * threads, started < merged + waiting.count + threads,
          let range = cutter.next()
        {
          let position = started
          group.addTask {
            (
              position,
              RecordPiece<Reader>(from: range.lowerBound, until: range.upperBound, of: bytes)
            )
          }
          started += 1
        }
      }
      startAll()
      while let finished = await group.next() {
        waiting[finished.position] = finished.piece
        startAll()
        while let piece = waiting.removeValue(forKey: merged) {
          guard piece.start == scanner.position else {
            group.cancelAll()
            return .success(())
          }
          do throws(JSONError) {
            try merge(consume piece, to: &list, into: &rows)
          } catch {
            return .failure(error)
          }
          merged += 1
          if list.isAtEnd { return .success(()) }
          startAll()
        }
      }
      return .success(())
    }
  }

  /// Adds a piece that starts at the cursor.
  private mutating func merge<Reader: RecordReader & ~Copyable>(
    _ piece: consuming RecordPiece<Reader>,
    to list: inout ListProgress,
    into rows: inout Reader.Rows
  ) throws(JSONError) {
    if let error = piece.error { throw error }
    let name = Reader.listName
    guard list.count <= .max - piece.count else {
      throw JSONError(offset: piece.start, problem: "'\(name)' is too long")
    }
    piece.move(PlaceShift(line: lines.line, column: lines.column, index: list.count))
    for problem in piece.problems {
      quarantine(
        problem.place,
        pointer: "\(Reader.listPointer)/\(problem.place.index)\(problem.part)",
        problem: problem.text
      )
    }
    if piece.isWhole {
      texts = piece.texts
      rows = piece.rows
    } else if let problem = rows.append(piece.rows, codes: texts.append(piece.texts)) {
      throw JSONError(offset: piece.start, problem: problem)
    }
    list.count += piece.count
    list.isAtEnd = piece.isLast
    lines.advance(to: piece.lines)
    let depth = Reader.depth
    scanner = JSONScanner(scanner.bytes, at: piece.end, depth: piece.isLast ? depth - 1 : depth)
    reserve(&list, in: &rows)
    work?.advance(scanner.position, of: scanner.bytes.count)
  }

  /// Makes room for the rest of the file as soon as enough of the list was seen.
  private func reserve(_ list: inout ListProgress, in rows: inout some RecordRows) {
    guard !list.hasReserved, !list.isAtEnd,
      let factor = RowEstimate.factor(from: list.start, to: scanner.position, of: scanner.bytes)
    else { return }
    rows.reserve(factor: factor)
    list.hasReserved = true
  }
}
