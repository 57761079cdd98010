/// The bytes between the quotes of a JSON string, by reference into the file.
struct JSONText {
  var start: Int
  var end: Int
  /// Whether a backslash stands in it, so that its bytes are not its text.
  var hasEscapes: Bool

  var range: Range<Int> { start..<end }
  var count: Int { end - start }
}

extension JSONScanner {
  /// Reads a string and checks that it is well-formed UTF-8 without control characters.
  mutating func readText() throws(JSONError) -> JSONText {
    let start = position + 1
    var cursor = start
    var hasEscapes = false
    while true {
      let stops = Self.stops(in: bytes.word(at: cursor))
      guard stops != 0 else {
        cursor += 8
        continue
      }
      cursor += stops.trailingZeroBitCount >> 3
      switch bytes[cursor] {
      case ASCII.quote:
        position = cursor + 1
        return JSONText(start: start, end: cursor, hasEscapes: hasEscapes)
      case ASCII.backslash:
        hasEscapes = true
        cursor = try endOfEscape(at: cursor)
      case 0x80...:
        cursor = try endOfSequence(at: cursor)
      default:
        throw controlCharacter(at: cursor, start: start)
      }
    }
  }

  /// The text of a string, its escapes replaced.
  func string(_ text: JSONText) -> String {
    guard text.hasEscapes else { return bytes.text(text.range) }
    var buffer: [UInt8] = []
    append(text, to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Appends the UTF-8 bytes of a string, its escapes replaced.
  func append(_ text: JSONText, to buffer: inout [UInt8]) {
    guard text.hasEscapes else { return bytes.append(text.range, to: &buffer) }
    var start = text.start
    while let escape = bytes.firstIndex(of: ASCII.backslash, in: start..<text.end) {
      bytes.append(start..<escape, to: &buffer)
      start = appendEscape(at: escape, to: &buffer)
    }
    bytes.append(start..<text.end, to: &buffer)
  }

  /// Whether two strings have the same text.
  func areEqual(_ first: JSONText, _ second: JSONText) -> Bool {
    if first.hasEscapes || second.hasEscapes {
      return string(first).utf8.elementsEqual(string(second).utf8)
    }
    return bytes.areEqual(first.range, second.range)
  }

  /// Marks the high bit of the first byte that is `"`, `\`, a control character or not ASCII.
  ///
  /// Bytes above a marked one may be marked without a reason.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(ASCII.quote))
    let backslashes = word ^ (ones &* UInt64(ASCII.backslash))
    let controls = (word &- ones &* 0x20) & ~word
    let marks = controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return (marks | word) & (ones &* 0x80)
  }

  private func controlCharacter(at index: Int, start: Int) -> JSONError {
    if index >= bytes.count {
      return JSONError(offset: start - 1, problem: "the file ends within this text; expected '\"'")
    }
    return JSONError(
      offset: index,
      problem: "\(bytes.found(at: index)) in a text; control characters must be escaped"
    )
  }
}

// MARK: Escapes

extension JSONScanner {
  private func endOfEscape(at index: Int) throws(JSONError) -> Int {
    switch bytes[index + 1] {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"): break
    default:
      throw JSONError(offset: index, problem: "'\\' is followed by no escape that JSON knows")
    }
    guard let unit = codeUnit(at: index) else {
      throw JSONError(offset: index, problem: "'\\u' must be followed by four hexadecimal digits")
    }
    guard 0xD800...0xDFFF ~= unit else { return index + 6 }
    guard unit < 0xDC00, let low = codeUnit(at: index + 6), 0xDC00...0xDFFF ~= low else {
      throw JSONError(
        offset: index,
        problem: "'\\u' escape of half a surrogate pair; expected both halves"
      )
    }
    return index + 12
  }

  /// The number of a `\uXXXX` escape, or `nil` where there is none.
  private func codeUnit(at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == ASCII.backslash,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for offset in 2..<6 {
      let digit: UInt8
      switch bytes[index + offset] {
      case let byte where ASCII.zero...ASCII.nine ~= byte: digit = byte - ASCII.zero
      case let byte where UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte:
        digit = byte - UInt8(ascii: "a") + 10
      case let byte where UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte:
        digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Appends what a checked escape stands for; the index behind it.
  private func appendEscape(at index: Int, to buffer: inout [UInt8]) -> Int {
    guard let unit = codeUnit(at: index) else {
      buffer.append(Self.unescaped(bytes[index + 1]))
      return index + 2
    }
    var scalar = unit
    var end = index + 6
    if 0xD800..<0xDC00 ~= unit, let low = codeUnit(at: end) {
      scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      end += 6
    }
    if let character = Unicode.Scalar(scalar) {
      buffer.append(contentsOf: Character(character).utf8)
    }
    return end
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.newline
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: byte
    }
  }
}

// MARK: UTF-8

extension JSONScanner {
  /// The end of a sequence of two to four bytes (Unicode 16, table 3-7).
  private func endOfSequence(at index: Int) throws(JSONError) -> Int {
    let lead = bytes[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw illFormed(at: index)
    }
    guard index + length <= bytes.count, second ~= bytes[index + 1] else {
      throw illFormed(at: index)
    }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 {
      throw illFormed(at: index)
    }
    return index + length
  }

  private func illFormed(at index: Int) -> JSONError {
    JSONError(
      offset: index,
      problem: "\(bytes.found(at: index)), which is not UTF-8; save the file as UTF-8"
    )
  }
}
