/// The text of one element, bounded, with its memory used again for the next one.
struct XMLText {
  /// The longest text that is kept, in bytes of UTF-8.
  static let limit = 4096

  private var bytes: [UInt8] = []
  private(set) var isTooLong = false

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard bytes.count + piece.count <= Self.limit else { return isTooLong = true }
    bytes.append(contentsOf: piece)
  }

  /// Without white space on either side.
  var trimmed: String {
    guard let first = bytes.firstIndex(where: { !Self.isSpace($0) }),
      let last = bytes.lastIndex(where: { !Self.isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// A finite decimal number, or `nil`; `nan`, `inf` and hexadecimal forms are not decimal numbers.
  static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
