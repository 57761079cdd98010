extension JSONCursor {
  /// Checks a value of any kind and moves behind it.
  mutating func skipValue(depth: Int = 0) throws(JSONFault) {
    guard depth < Self.maximumDepth else {
      throw fault("lists and objects are nested deeper than \(Self.maximumDepth)")
    }
    switch byte {
    case 0x22: _ = try string()
    case 0x7b:
      try eachMember { (cursor, _) throws(JSONFault) in try cursor.skipValue(depth: depth + 1) }
    case 0x5b:
      try eachElement { (cursor, _) throws(JSONFault) in try cursor.skipValue(depth: depth + 1) }
    case 0x30...0x39: _ = try number()
    default:
      if acceptNonFinite() { return }
      if byte == 0x2d {
        _ = try number()
        return
      }
      guard accept(literal: "true") || accept(literal: "false") || accept(literal: "null") else {
        throw fault("a value was expected")
      }
    }
  }

  /// Reads an object; `body` starts at each member's value and must move behind it.
  mutating func eachMember(
    _ body: (inout JSONCursor, RawString) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(0x7b, "an object was expected")
    skipSpace()
    if accept(0x7d) { return }
    while true {
      guard byte == 0x22 else { throw fault("a key in quotes was expected") }
      let key = try string()
      skipSpace()
      try expect(0x3a, "':' was expected after the key")
      skipSpace()
      try body(&self, key)
      skipSpace()
      if accept(0x7d) { return }
      try expect(0x2c, "',' or '}' was expected")
      skipSpace()
    }
  }

  /// Reads a list; `body` starts at each element and must move behind it.
  mutating func eachElement(
    _ body: (inout JSONCursor, _ index: Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(0x5b, "a list was expected")
    skipSpace()
    if accept(0x5d) { return }
    var index = 0
    while true {
      try body(&self, index)
      index += 1
      skipSpace()
      if accept(0x5d) { return }
      try expect(0x2c, "',' or ']' was expected")
      skipSpace()
    }
  }
}
