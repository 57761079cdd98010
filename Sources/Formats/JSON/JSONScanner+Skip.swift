extension JSONScanner {
  /// Checks the value at the cursor and forgets it.
  mutating func skipValue() throws(JSONError) {
    // Open containers within the value, one bit each: 1 for an object.
    var isObject: [8 of UInt64] = .init(repeating: 0)
    let outer = depth
    while true {
      if try openOrSkip(&isObject) { continue }
      while depth > outer {
        let inObject = Self.bit(depth, of: isObject)
        guard try inObject ? hasMoreMembers() : hasMoreElements() else { continue }
        if inObject { _ = try readKey() }
        break
      }
      if depth == outer { return }
    }
  }

  /// Opens a list or object that is not empty, and stands on its first value; else skips a value.
  private mutating func openOrSkip(_ isObject: inout [8 of UInt64]) throws(JSONError) -> Bool {
    switch try kind() {
    case .object:
      guard try openObject() else { return false }
      isObject[(depth - 1) >> 6] |= 1 << UInt64((depth - 1) & 63)
      _ = try readKey()
      return true
    case .list:
      guard try openList() else { return false }
      isObject[(depth - 1) >> 6] &= ~(1 << UInt64((depth - 1) & 63))
      return true
    case .text: _ = try readText()
    case .number: _ = try readNumber()
    case .flag: _ = try readFlag()
    case .null: try readNull()
    case .nonFinite: try readNonFinite()
    }
    return false
  }

  private static func bit(_ depth: Int, of bits: borrowing [8 of UInt64]) -> Bool {
    bits[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1
  }
}
