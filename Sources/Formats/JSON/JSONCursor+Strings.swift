extension JSONCursor {
  /// A string as it stands in the text.
  struct RawString {
    /// Offsets between the quotes.
    var bytes: Range<Int>
    var hasEscapes: Bool
  }

  /// Reads a string, checks its UTF-8, escapes and control characters, and moves behind it.
  mutating func string() throws(JSONFault) -> RawString {
    try expect(0x22, "a string was expected")
    let start = position
    var hasEscapes = false
    while true {
      skipPlainText()
      switch byte {
      case 0x22:
        position += 1
        return RawString(bytes: start..<position - 1, hasEscapes: hasEscapes)
      case 0x5c:
        hasEscapes = true
        _ = try escape()
      case 0x80...:
        try skipMultibyteCharacter()
      default:
        throw fault(
          position >= end
            ? "a string is not closed" : "a control character in a string must be escaped"
        )
      }
    }
  }

  /// The text of a string that `string()` returned.
  func text(of raw: RawString) -> String {
    let bytes = UnsafeRawBufferPointer(
      start: pointer(at: raw.bytes.lowerBound),
      count: raw.bytes.count
    )
    guard raw.hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
    // The text was checked when it was read, so this second reading has no fault to report.
    var inner = JSONCursor(UnsafeRawBufferPointer(start: pointer(at: 0), count: end))
    inner.position = raw.bytes.lowerBound
    var text = String.UnicodeScalarView()
    var plain = inner.position
    while inner.position < raw.bytes.upperBound {
      guard inner.byte == 0x5c else {
        inner.position += 1
        continue
      }
      text.append(contentsOf: slice(plain..<inner.position).unicodeScalars)
      guard let scalar = try? inner.escape() else { break }
      text.append(scalar)
      plain = inner.position
    }
    text.append(contentsOf: slice(plain..<raw.bytes.upperBound).unicodeScalars)
    return String(text)
  }

  /// Whether a string without escapes is this text.
  func matches(_ raw: RawString, _ text: StaticString) -> Bool {
    guard raw.bytes.count == text.utf8CodeUnitCount, !raw.hasEscapes else { return false }
    for index in 0..<raw.bytes.count
    where byte(at: raw.bytes.lowerBound + index) != text.utf8Start[index] {
      return false
    }
    return true
  }

  private func slice(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: pointer(at: range.lowerBound), count: range.count),
      as: UTF8.self
    )
  }

  /// Moves to the next quote, backslash, control character or byte outside ASCII.
  private mutating func skipPlainText() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while position + 8 <= end {
      let word = word(at: position)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5c)
      // The high bit of a byte is set where the byte is special; borrows mark only later bytes.
      let special =
        (word | (word &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones)) & highs
      if special != 0 {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < end, byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5c { position += 1 }
  }

  /// Reads one escape sequence from its backslash on.
  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    position += 1
    let simple: Unicode.Scalar
    switch byte {
    case 0x22: simple = "\""
    case 0x5c: simple = "\\"
    case 0x2f: simple = "/"
    case 0x62: simple = "\u{8}"
    case 0x66: simple = "\u{c}"
    case 0x6e: simple = "\n"
    case 0x72: simple = "\r"
    case 0x74: simple = "\t"
    case 0x75: return try unicodeEscape()
    default: throw fault("an escape must be one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    position += 1
    return simple
  }

  /// Reads `uXXXX`, and the second half of a surrogate pair.
  private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
    let start = position - 1
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xdc00, byte == 0x5c, byte(at: position + 1) == 0x75 {
      position += 1
      let second = try hexadecimal()
      let combined = 0x10000 + ((first & 0x3ff) << 10 | (second & 0x3ff))
      if (0xdc00...0xdfff).contains(second), let scalar = Unicode.Scalar(combined) { return scalar }
    }
    position = start
    throw fault("half of a surrogate pair stands alone")
  }

  /// Reads `u` and four hexadecimal digits.
  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    position += 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw fault("\\u must be followed by four hexadecimal digits")
      }
      position += 1
    }
    return value
  }

  /// Moves behind one character outside ASCII (Unicode 15, table 3-7).
  private mutating func skipMultibyteCharacter() throws(JSONFault) {
    let second: ClosedRange<UInt8>
    let length: Int
    switch byte {
    case 0xc2...0xdf: (second, length) = (0x80...0xbf, 2)
    case 0xe0: (second, length) = (0xa0...0xbf, 3)
    case 0xed: (second, length) = (0x80...0x9f, 3)
    case 0xe1...0xef: (second, length) = (0x80...0xbf, 3)
    case 0xf0: (second, length) = (0x90...0xbf, 4)
    case 0xf1...0xf3: (second, length) = (0x80...0xbf, 4)
    case 0xf4: (second, length) = (0x80...0x8f, 4)
    default: throw fault("the text is not UTF-8")
    }
    guard second.contains(byte(at: position + 1)) else { throw fault("the text is not UTF-8") }
    for index in 2..<max(2, length) where byte(at: position + index) & 0xc0 != 0x80 {
      throw fault("the text is not UTF-8")
    }
    position += length
  }
}
