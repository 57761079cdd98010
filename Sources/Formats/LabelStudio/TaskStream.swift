/// The tasks of an export, one after the other.
struct TaskStream: ~Copyable {
  private var scanner: JSONScanner
  private var lines = SourceLines()
  private var reader = TaskReader()
  private var index = 0
  private var isOpen = false

  init(_ bytes: PaddedBytes) { scanner = JSONScanner(bytes) }

  /// The next task, or `nil` behind the last one, where the file ends.
  mutating func next() throws(JSONError) -> LabelStudioTask? {
    let hasMore = try isOpen ? scanner.hasMoreElements() : open()
    isOpen = true
    guard hasMore else {
      scanner.skipSpace()
      guard scanner.position == scanner.bytes.count else {
        throw scanner.unexpected("the end of the file")
      }
      return nil
    }
    defer { index += 1 }
    return try reader.read(from: &scanner, index: index, lines: &lines)
  }

  /// Steps into the list at the top; `false` where it is empty.
  private mutating func open() throws(JSONError) -> Bool {
    scanner.skipByteOrderMark()
    scanner.skipSpace()
    guard try scanner.kind() == .list else { throw scanner.unexpected("a list of tasks") }
    return try scanner.openList()
  }
}
