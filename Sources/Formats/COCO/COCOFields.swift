import Annotations

/// What stands at a known key of the record that is being read, and which keys were seen.
struct RecordFields {
  /// The first thing that makes the record unusable.
  var problem: String?
  private var seen: UInt64 = 0

  /// Notes the key numbered `bit`, at most 63; a record that repeats one is unusable.
  mutating func see(_ bit: Int, _ name: @autoclosure () -> String) {
    if seen & (1 << UInt64(bit)) != 0 { refuse("'\(name())' is given twice") }
    seen |= 1 << UInt64(bit)
  }

  mutating func refuse(_ problem: @autoclosure () -> String) {
    if self.problem == nil { self.problem = problem() }
  }
}

extension JSONCursor {
  /// Reads an id: a whole number, or a string.
  ///
  /// A whole number beyond 64 bits keeps its digits as text. `nil` for a value of another kind, which
  /// is passed over.
  mutating func recordID(_ strings: inout StringTable) throws(JSONFault) -> RecordID? {
    if byte == 0x22 {
      let raw = try string()
      return .text(strings.intern(text(of: raw)))
    }
    guard startsNumber, byte(at: position + 1) != 0x49 else {
      try skipValue()
      return nil
    }
    let number = try number()
    if let integer = number.integer { return .number(integer) }
    guard number.value == number.value.rounded(.towardZero) else { return nil }
    return .text(strings.intern(text(of: RawString(bytes: number.bytes, hasEscapes: false))))
  }

  /// Reads a string; `nil` for a value of another kind, which is passed over.
  mutating func optionalString() throws(JSONFault) -> String? {
    guard byte == 0x22 else {
      try skipValue()
      return nil
    }
    let raw = try string()
    return text(of: raw)
  }

  /// Reads a number; `nil` for a value of another kind, which is passed over.
  mutating func optionalNumber() throws(JSONFault) -> Number? {
    guard startsNumber, byte(at: position + 1) != 0x49 else {
      try skipValue()
      return nil
    }
    return try number()
  }

  /// Reads a mark: 0, 1, a truth value, or nothing; `nil` for anything else, which is passed over.
  mutating func mark() throws(JSONFault) -> Bool? {
    if accept(literal: "true") { return true }
    if accept(literal: "false") || accept(literal: "null") { return false }
    guard let number = try optionalNumber() else { return nil }
    switch number.value {
    case 0: return false
    case 1: return true
    default: return nil
    }
  }
}
