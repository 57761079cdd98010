/// A strict reader of JSON bytes (RFC 8259) that goes over them once and keeps nothing.
///
/// Methods that read a value expect to stand on its first byte and leave the cursor behind it.
/// `NaN`, `Infinity` and `-Infinity`, which many writers emit, are read and remembered in `nonFinite`.
struct JSONScanner: ~Copyable {
  let bytes: PaddedBytes
  /// The next byte to read.
  var position = 0
  /// How many lists and objects are open.
  private(set) var depth = 0
  /// Where the first token stands that is no finite number, since this was last set to `nil`.
  var nonFinite: Int?

  static let depthLimit = 512

  init(_ bytes: PaddedBytes) { self.bytes = bytes }

  /// Starts within the bytes, where `depth` lists and objects are open.
  init(_ bytes: PaddedBytes, at position: Int, depth: Int) {
    self.bytes = bytes
    self.position = position
    self.depth = depth
  }

  /// What the value at the cursor is, judged by its first byte.
  @inline(__always)
  func kind() throws(JSONError) -> JSONKind {
    switch bytes[position] {
    case ASCII.zero...ASCII.nine: return .number
    case ASCII.quote: return .text
    case ASCII.openBracket: return .list
    case ASCII.openBrace: return .object
    case ASCII.minus:
      return bytes[position + 1] == UInt8(ascii: "I") ? .nonFinite : .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "N"), UInt8(ascii: "I"): return .nonFinite
    default: throw unexpected("a value")
    }
  }

  /// Steps over the mark that some editors put at the start of UTF-8.
  mutating func skipByteOrderMark() {
    if bytes.word(at: position) & 0xFF_FFFF == 0xBF_BBEF { position += 3 }
  }

  @inline(__always)
  mutating func skipSpace() {
    if bytes[position] <= ASCII.space { skipLongSpace() }
  }

  private mutating func skipLongSpace() {
    while true {
      switch bytes[position] {
      case ASCII.space, ASCII.newline, ASCII.carriageReturn, ASCII.tab: position += 1
      default: return
      }
    }
  }

  // MARK: Lists and objects

  /// Steps into a list; `false` where it is empty and already closed.
  mutating func openList() throws(JSONError) -> Bool {
    try open(ASCII.openBracket, "'['")
    guard bytes[position] == ASCII.closeBracket else { return true }
    close()
    return false
  }

  /// Steps to the next element of a list, or behind the list.
  @inline(__always)
  mutating func hasMoreElements() throws(JSONError) -> Bool {
    try hasMore(close: ASCII.closeBracket, expected: "',' or ']'")
  }

  /// Steps into an object; `false` where it is empty and already closed.
  mutating func openObject() throws(JSONError) -> Bool {
    try open(ASCII.openBrace, "'{'")
    guard bytes[position] == ASCII.closeBrace else { return true }
    close()
    return false
  }

  /// Steps to the next key of an object, or behind the object.
  mutating func hasMoreMembers() throws(JSONError) -> Bool {
    try hasMore(close: ASCII.closeBrace, expected: "',' or '}'")
  }

  /// Reads a key and the colon; leaves the cursor on the member's value.
  mutating func readKey() throws(JSONError) -> JSONText {
    guard bytes[position] == ASCII.quote else { throw unexpected("a key in double quotes") }
    let key = try readText()
    skipSpace()
    guard bytes[position] == ASCII.colon else { throw unexpected("':' behind a key") }
    position += 1
    skipSpace()
    return key
  }

  private mutating func open(_ byte: UInt8, _ expected: String) throws(JSONError) {
    guard bytes[position] == byte else { throw unexpected(expected) }
    guard depth < Self.depthLimit else {
      throw JSONError(
        offset: position,
        problem: "lists and objects are nested deeper than \(Self.depthLimit)"
      )
    }
    depth += 1
    position += 1
    skipSpace()
  }

  private mutating func close() {
    depth -= 1
    position += 1
  }

  @inline(__always)
  private mutating func hasMore(close end: UInt8, expected: StaticString) throws(JSONError) -> Bool
  {
    skipSpace()
    let comma = position
    if bytes[comma] == end {
      close()
      return false
    }
    guard bytes[comma] == ASCII.comma else { throw unexpected("\(expected)") }
    position = comma + 1
    if bytes[position] == ASCII.space { position += 1 }
    skipSpace()
    guard bytes[position] != end else {
      throw JSONError(
        offset: comma,
        problem: "trailing ',' before '\(Character(UnicodeScalar(end)))'"
      )
    }
    return true
  }

  // MARK: Words

  /// Reads `true` or `false`.
  mutating func readFlag() throws(JSONError) -> Bool {
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try readWord(isTrue ? "true" : "false")
    return isTrue
  }

  mutating func readNull() throws(JSONError) { try readWord("null") }

  /// Reads `NaN`, `Infinity` or `-Infinity`.
  mutating func readNonFinite() throws(JSONError) {
    if nonFinite == nil { nonFinite = position }
    switch bytes[position] {
    case UInt8(ascii: "N"): try readWord("NaN")
    case ASCII.minus: try readWord("-Infinity")
    default: try readWord("Infinity")
    }
  }

  private mutating func readWord(_ word: StaticString) throws(JSONError) {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard bytes[start + index] == word.withUTF8Buffer({ $0[index] }) else {
        position = start
        throw unexpected("a value ('\(word)'?)")
      }
    }
    position = start + word.utf8CodeUnitCount
  }

  /// The error of finding something else than `expected` at the cursor.
  func unexpected(_ expected: String) -> JSONError {
    bytes.unexpected(at: position, expected: expected)
  }
}
