/// Reads the few Python literals that a `.npy` header holds.
struct PythonLiteralScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Steps over a character, if it is the next one behind white space.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(NPYProblem) {
    guard skip(character) else {
      throw NPYProblem("its header has no '\(character)' at byte \(position)")
    }
  }

  /// A text in single or double quotes, without escapes.
  mutating func string() throws(NPYProblem) -> String {
    skipSpace()
    guard position < bytes.count, bytes[position] == 0x27 || bytes[position] == 0x22 else {
      throw NPYProblem("its header has no quoted text at byte \(position)")
    }
    let quote = bytes[position]
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else {
      throw NPYProblem("a quoted text of its header is not closed")
    }
    defer { position = end + 1 }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  mutating func bool() throws(NPYProblem) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw NPYProblem("its header has no True or False at byte \(position)")
  }

  /// Whole numbers in parentheses: `(100, 8)`, `(100,)`, `()`.
  mutating func tuple() throws(NPYProblem) -> [Int] {
    try expect("(")
    var numbers: [Int] = []
    while !skip(")") {
      numbers.append(try number())
      if !skip(",") {
        try expect(")")
        break
      }
      guard numbers.count <= 32 else { throw NPYProblem("its shape has over 32 dimensions") }
    }
    return numbers
  }

  private mutating func number() throws(NPYProblem) -> Int {
    skipSpace()
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw NPYProblem("its shape is not made of whole numbers")
    }
    position += digits.count
    return number
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }
}
