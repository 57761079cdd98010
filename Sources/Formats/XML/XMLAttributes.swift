/// The attributes of the start tag that was read last; only valid while the parser lends them.
///
/// A text is made of those alone that are asked for, so that a reader without interest in them pays nothing.
struct XMLAttributes {
  /// Five pointers an attribute, as libxml2 gives them: name, prefix, namespace, value, end of the value.
  private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  init(_ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int32) {
    self.fields = fields
    self.count = fields == nil ? 0 : Int(count)
  }

  /// Of a tag without attributes, or whose attributes nobody asks for.
  static var none: XMLAttributes { XMLAttributes(nil, count: 0) }

  /// The value of an attribute, or `nil` where the tag has none of that name.
  subscript(name: StaticString) -> String? {
    guard let fields else { return nil }
    for attribute in 0..<count {
      let field = fields + 5 * attribute
      guard let own = field[0], Self.isEqual(own, name), let start = field[3], let end = field[4]
      else { continue }
      return Self.text(UnsafeBufferPointer(start: start, count: end - start))
    }
    return nil
  }

  /// A value as the author meant it: libxml2 keeps one reference, that for `&`, in all attributes.
  private static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    return value.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }

  private static func isEqual(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    return name.withUTF8Buffer { bytes in
      // A NUL ends the comparison, so that nothing behind the text is read.
      for index in 0..<length where text[index] != bytes[index] { return false }
      return text[length] == 0
    }
  }
}
