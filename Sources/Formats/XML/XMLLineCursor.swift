/// Turns offsets into lines and columns; offsets must not go back, so that a file is walked once.
struct XMLLineCursor {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Where the `<` at `target` stands, or `nil` where the bytes have none there.
  mutating func place(ofTagAt target: Int) -> XMLPlace? {
    guard target >= offset, target < bytes.count, bytes[target] == UInt8(ascii: "<") else {
      return nil
    }
    while offset < target {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    return XMLPlace(line: line, column: target - lineStart + 1)
  }
}
