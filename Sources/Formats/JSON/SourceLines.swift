/// Counts lines up to offsets that only grow.
struct SourceLines {
  /// Of the last offset; counted from 1.
  private(set) var line = 1
  /// Of the last offset; counted from 1, in bytes.
  private(set) var column = 1
  private var offset = 0
  private var lineStart = 0

  init() {}

  /// Counts from an offset, as if the bytes started there.
  init(from offset: Int) {
    self.offset = offset
    lineStart = offset
  }

  /// Counts on to where `later` is, which started counting where this stands.
  mutating func advance(to later: SourceLines) {
    if later.line == 1 { column += later.column - 1 } else { column = later.column }
    line += later.line - 1
    offset = later.offset
    lineStart = later.offset - column + 1
  }

  /// Counts on to `newOffset`, which is not before the last one.
  mutating func advance(to newOffset: Int, in bytes: PaddedBytes) {
    while let newline = bytes.firstIndex(of: ASCII.newline, in: offset..<newOffset) {
      line += 1
      lineStart = newline + 1
      offset = lineStart
    }
    offset = newOffset
    column = newOffset - lineStart + 1
  }
}
