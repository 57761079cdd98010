import Annotations

/// What is known about the record being read, whatever its kind.
struct RecordDraft {
  /// The first thing that is wrong with it.
  private(set) var problem: String?
  private var keys = JSONKeySequence()
  /// Memory for lists of numbers, used again and again.
  var numbers: [Double] = []
  var decimals = DecimalList()

  mutating func reset() {
    problem = nil
    keys.begin()
  }

  /// Notes a problem, unless there is one already.
  mutating func refuse(_ problem: @autoclosure () -> String) {
    if self.problem == nil { self.problem = problem() }
  }

  /// Reads the key at the cursor and the colon behind it where they are those of the last record in this place;
  /// `nil`, and nothing read, where `readKey` must look what they are.
  @inline(__always)
  mutating func readExpectedKey(from scanner: inout JSONScanner) -> JSONKeySequence.Key? {
    keys.nextExpected(from: &scanner)
  }

  /// Reads the key at the cursor, which must be new, and the colon behind it.
  mutating func readKey<Table>(
    in table: JSONKeyTable<Table>,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> JSONKeySequence.Key {
    if let key = keys.nextExpected(from: &scanner) { return key }
    let (key, isRepeated) = try keys.next(in: table, from: &scanner)
    if isRepeated { refuse("'\(scanner.string(key.text))' is given twice; expected once") }
    return key
  }

  /// Notes that a number below `key` was not finite, where one was not.
  @inline(__always)
  mutating func noteNonFinite(under key: JSONText, in scanner: inout JSONScanner) {
    guard let offset = scanner.nonFinite else { return }
    refuseNonFinite(at: offset, under: key, in: &scanner)
  }

  private mutating func refuseNonFinite(
    at offset: Int,
    under key: JSONText,
    in scanner: inout JSONScanner
  ) {
    refuse(
      "'\(scanner.string(key))' holds \(scanner.numberToken(at: offset)); expected a finite number"
    )
    scanner.nonFinite = nil
  }

  /// Skips a value of a wrong kind and notes it.
  mutating func skip(
    _ key: String,
    mustBe expected: String,
    from scanner: inout JSONScanner
  ) throws(JSONError) {
    let kind = try scanner.kind()
    // Of a token that is no number the caller says which one it is.
    if kind != .nonFinite { refuse("'\(key)' must be \(expected), found \(kind.noun)") }
    try scanner.skipValue()
  }
}

// MARK: Values of several kinds of records

extension RecordDraft {
  /// Reads an identity: an integer, or a text; digits beyond 64 bits are a text.
  mutating func readID(
    _ key: String,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) -> RecordID? {
    switch try scanner.kind() {
    case .text:
      return .text(texts.code(of: try scanner.readText(), in: scanner))
    case .number:
      if let integer = scanner.readShortWhole() { return .number(integer) }
      let number = try scanner.readNumber()
      if let integer = number.integer { return .number(integer) }
      let written = scanner.bytes.text(number.range)
      guard written.utf8.allSatisfy({ $0 == ASCII.minus || ASCII.zero...ASCII.nine ~= $0 }) else {
        refuse("'\(key)' must be an integer or a text, found \(written)")
        return nil
      }
      return .text(texts.code(of: number, in: scanner))
    default:
      try skip(key, mustBe: "an integer or a text", from: &scanner)
      return nil
    }
  }

  /// Reads a list of identities; `null` is an empty one.
  mutating func readIDs(
    _ key: String,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    into ids: inout [RecordID]
  ) throws(JSONError) {
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .list:
      guard try scanner.openList() else { return }
      repeat {
        if let id = try readID(key, from: &scanner, texts: &texts) { ids.append(id) }
      } while try scanner.hasMoreElements()
    default: try skip(key, mustBe: "a list of ids", from: &scanner)
    }
  }

  /// Reads a mark: `true`, `false`, or a number that is not 0 for `true`; `null` is `false`.
  mutating func readMark(
    _ key: String,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> Bool {
    switch try scanner.kind() {
    case .flag: return try scanner.readFlag()
    case .number:
      if let integer = scanner.readShortWhole() { return integer != 0 }
      return try scanner.readDouble() != 0
    case .null: try scanner.readNull()
    default: try skip(key, mustBe: "0 or 1", from: &scanner)
    }
    return false
  }

  /// Reads a number; `null` is none.
  mutating func readNumber(
    _ key: String,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> Double? {
    switch try scanner.kind() {
    case .number: return try scanner.readDouble()
    case .null: try scanner.readNull()
    default: try skip(key, mustBe: "a number", from: &scanner)
    }
    return nil
  }

  /// Reads a text that the record cannot do without.
  mutating func readText(
    _ key: String,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> String? {
    guard try scanner.kind() == .text else {
      try skip(key, mustBe: "a text", from: &scanner)
      return nil
    }
    let text = try scanner.readText()
    return scanner.string(text)
  }
}

extension JSONScanner {
  /// The number, or the word in its place, that stands at `offset`.
  fileprivate func numberToken(at offset: Int) -> String {
    let shown = bytes.text(offset..<min(offset + 24, bytes.count))
    return String(shown.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
  }
}
