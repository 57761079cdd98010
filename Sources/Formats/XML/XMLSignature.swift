/// Recognises an XML file by the root element that its first bytes show.
struct XMLSignature {
  /// How many bytes are looked at.
  static let length = 4096

  private var rest: ArraySlice<UInt8>

  /// Whether the root element, or the one that a DTD announces, is `root`.
  ///
  /// A byte order mark, an XML declaration, comments and white space may stand before it.
  static func matches(_ bytes: UnsafeRawBufferPointer, root: String) -> Bool {
    var signature = XMLSignature(bytes)
    signature.skipProlog()
    guard signature.skip("<\(root)") || signature.skip("<!DOCTYPE \(root)") else {
      return false
    }
    guard let next = signature.rest.first else { return false }
    return XMLText.isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// Leaves out byte order marks, and the zero bytes that UTF-16 puts between ASCII.
  private init(_ bytes: UnsafeRawBufferPointer) {
    let marks: Set<UInt8> = [0x00, 0xFE, 0xFF, 0xEF, 0xBB, 0xBF]
    let start = bytes.prefix(4).filter { !marks.contains($0) }
    rest = ArraySlice(start + bytes.dropFirst(4).prefix(Self.length).filter { $0 != 0 })
  }

  private mutating func skipProlog() {
    while true {
      rest = rest.drop(while: XMLText.isSpace)
      if skip("<?") {
        skip(behind: "?>")
      } else if skip("<!--") {
        skip(behind: "-->")
      } else {
        return
      }
    }
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  private mutating func skip(behind end: String) {
    while !rest.isEmpty, !skip(end) { rest = rest.dropFirst() }
  }
}
