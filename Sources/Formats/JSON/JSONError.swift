/// Where and how bytes stop being JSON.
struct JSONError: Error, Hashable {
  /// Counted from 0, in bytes.
  var offset: Int
  /// What is wrong; what was expected.
  var problem: String

  /// The error as the reader of a whole file throws it.
  func located(in bytes: PaddedBytes, file: String) -> FormatError {
    var lines = SourceLines()
    lines.advance(to: offset, in: bytes)
    return .malformed(file: file, line: lines.line, column: lines.column, problem: problem)
  }
}

extension PaddedBytes {
  /// The error of finding something else than `expected` at `index`.
  func unexpected(at index: Int, expected: String) -> JSONError {
    JSONError(offset: index, problem: "\(found(at: index)); expected \(expected)")
  }

  /// Names the byte at `index`: `found 'x'`.
  func found(at index: Int) -> String {
    guard index < count else { return "the file ends here" }
    let byte = self[index]
    switch byte {
    case 0: return "found a NUL byte"
    case 0x21...0x7E: return "found '\(Character(UnicodeScalar(byte)))'"
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return "found byte 0x\(byte < 16 ? "0" : "")\(digits)"
    }
  }
}
