/// A place in a JSON text and the strict reading of one token from there (RFC 8259).
///
/// The text must be followed by `MappedFile.padding` zero bytes. `NaN` and `Infinity`, which some
/// writers emit for numbers, are passed over and noted in `nonFinite`.
struct JSONCursor: ~Copyable {
  private let base: UnsafeRawPointer
  let end: Int
  var position: Int
  /// The offset of the first `NaN` or `Infinity` since it was last cleared.
  var nonFinite: Int?

  /// Nested lists and objects that are followed; deeper ones are refused.
  static let maximumDepth = 512

  /// - Precondition: `padding` zero bytes can be read behind `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.position = position
  }

  /// The byte at the cursor; 0 at the end.
  var byte: UInt8 { base.load(fromByteOffset: position, as: UInt8.self) }

  func byte(at offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

  /// Eight bytes, the first in the lowest bits.
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  func pointer(at offset: Int) -> UnsafeRawPointer { base + offset }

  func fault(_ problem: String) -> JSONFault {
    JSONFault(
      offset: position,
      problem: position >= end ? "the file ends here; \(problem)" : problem
    )
  }

  mutating func skipSpace() {
    while true {
      switch byte {
      case 0x20, 0x0a, 0x0d, 0x09: position += 1
      default: return
      }
    }
  }

  /// Passes over one byte, which must be there.
  mutating func expect(_ expected: UInt8, _ problem: @autoclosure () -> String) throws(JSONFault) {
    guard byte == expected, position < end else { throw fault(problem()) }
    position += 1
  }

  /// Passes over one byte if it is next.
  mutating func accept(_ expected: UInt8) -> Bool {
    guard byte == expected, position < end else { return false }
    position += 1
    return true
  }

  /// Passes over a literal such as `true` if it is next.
  mutating func accept(literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard position + length <= end else { return false }
    for index in 0..<length where byte(at: position + index) != literal.utf8Start[index] {
      return false
    }
    position += length
    return true
  }

  /// Passes over `NaN`, `Infinity` or `-Infinity` if it is next, and notes it.
  mutating func acceptNonFinite() -> Bool {
    let start = position
    guard accept(literal: "NaN") || accept(literal: "Infinity") || accept(literal: "-Infinity")
    else { return false }
    nonFinite = nonFinite ?? start
    return true
  }
}
