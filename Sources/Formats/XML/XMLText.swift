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
  var trimmed: String { String(decoding: bytes[trimmedRange], as: UTF8.self) }

  /// The trimmed text as a finite decimal number, or `nil`.
  var number: Double? {
    let range = trimmedRange
    // Whole numbers, which most coordinates are, need no text; below 10¹⁵ they are exact.
    guard 1...15 ~= range.count else { return Self.number(trimmed) }
    var number = 0
    for byte in bytes[range] {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return Self.number(trimmed) }
      number = 10 * number + Int(byte - UInt8(ascii: "0"))
    }
    return Double(number)
  }

  private var trimmedRange: Range<Int> {
    var range = 0..<bytes.count
    while let first = range.first, Self.isSpace(bytes[first]) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, Self.isSpace(bytes[last]) { range = range.lowerBound..<last }
    return range
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
