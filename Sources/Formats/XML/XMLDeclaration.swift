/// The encoding that a file names in its XML declaration, where it starts with bytes of ASCII.
struct XMLDeclaration {
  /// In capitals.
  let encoding: String
  private let hasByteOrderMark: Bool

  /// Encodings of one byte a character, in which no text of UTF-8 beyond ASCII makes sense.
  private static let singleByteEncodings: Set = [
    "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1", "ISO-8859-15", "WINDOWS-1252",
    "CP1252",
  ]

  /// `nil` where no declaration names an encoding.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    hasByteOrderMark = bytes.starts(with: mark)
    let start = String(
      decoding: bytes.dropFirst(hasByteOrderMark ? 3 : 0).prefix(200),
      as: UTF8.self
    )
    guard start.hasPrefix("<?xml"),
      let declaration = start.firstMatch(of: /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/)
    else { return nil }
    encoding = declaration.1.uppercased()
  }

  /// Why the encoding cannot be that of the bytes, although they could be read in it; `nil` where it can.
  func contradiction(to bytes: UnsafeRawBufferPointer) -> String? {
    let shown = XMLProblem.quoted(encoding)
    let isUTF8 = encoding == "UTF-8" || encoding == "UTF8"
    if hasByteOrderMark, !isUTF8 {
      return
        "the file says that it is \(shown), and starts with the mark of UTF-8; expected one encoding"
    }
    guard Self.singleByteEncodings.contains(encoding), bytes.contains(where: { $0 >= 0x80 }),
      bytes.withMemoryRebound(to: UInt8.self, { String(validating: $0, as: UTF8.self) }) != nil
    else { return nil }
    return "the file says that it is \(shown), but is UTF-8; expected 'UTF-8' in its first line"
  }
}
