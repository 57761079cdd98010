/// The name of an element as the file writes it; only valid while the parser lends it.
///
/// No text is made of a name that is only compared.
struct XMLName {
  /// UTF-8, without a prefix.
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Lets a `switch` over a name have texts as its cases.
  static func ~= (pattern: StaticString, name: XMLName) -> Bool {
    pattern.utf8CodeUnitCount == name.bytes.count
      && pattern.withUTF8Buffer { $0.elementsEqual(name.bytes) }
  }
}
