import Glibc

/// Turns ascending offsets of a text into lines and columns, reading every byte once.
struct LineCounter {
  private let bytes: UnsafeRawBufferPointer
  private var line: UInt32 = 1
  private var lineStart = 0
  private var reached = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Line and column of a byte, both counted from 1; one before the last asked for starts anew.
  mutating func place(of offset: Int) -> (line: UInt32, column: Int) {
    if offset < reached { self = LineCounter(bytes) }
    let end = min(offset, bytes.count)
    while reached < end, let base = bytes.baseAddress,
      let newline = memchr(base + reached, 0x0a, end - reached)
    {
      reached = base.distance(to: newline) + 1
      line += 1
      lineStart = reached
    }
    reached = end
    return (line, offset - lineStart + 1)
  }
}
