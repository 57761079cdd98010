/// Unpacks gzip files (RFC 1952), several members of one file included, within limits.
enum GzipText {
  /// So much may be unpacked of any file.
  static let freeSize = 256 << 20
  /// Beyond `freeSize`, a file may unpack to so many times its own size.
  ///
  /// Annotations shrink to a tenth, seldom to a thirtieth; deflate allows a thousandth.
  static let ratioLimit = 100
  /// How much is unpacked to see what is in a file.
  static let startSize = 1 << 20

  static func starts(_ bytes: PaddedBytes) -> Bool { hasMagic(bytes, at: 0) }

  static func unpack(
    _ bytes: PaddedBytes,
    path: String,
    freeSize: Int = freeSize
  ) throws(FormatError) -> FileMemory {
    let limit = max(freeSize, bytes.count * ratioLimit)
    var unpacking = try Unpacking(path: path)
    try unpacking.run(bytes, until: limit)
    guard unpacking.memory.count <= limit else {
      throw .unreadable(
        path: path,
        reason:
          "unpacks to more than \(limit) bytes, which annotations of \(bytes.count) packed bytes do "
          + "not; if it is one, unpack it and name what came out"
      )
    }
    return unpacking.finish()
  }

  /// The first bytes, without a word about what is wrong behind them.
  static func unpackStart(_ bytes: PaddedBytes, path: String) throws(FormatError) -> FileMemory {
    var unpacking = try Unpacking(path: path)
    try? unpacking.run(bytes, until: startSize)
    return unpacking.finish()
  }

  fileprivate static func hasMagic(_ bytes: PaddedBytes, at index: Int) -> Bool {
    index < bytes.count && bytes.word(at: index) & 0xFFFF == 0x8B1F
  }
}

/// What was unpacked of a gzip file so far.
private struct Unpacking: ~Copyable {
  private(set) var memory: GrowingMemory
  private var inflater = Inflater(.gzip)
  private let path: String

  init(path: String) throws(FormatError) {
    self.path = path
    guard let memory = GrowingMemory() else {
      throw .unreadable(path: path, reason: FileMemory.systemReason)
    }
    self.memory = memory
  }

  /// Unpacks all members, or stops beyond `limit` bytes.
  mutating func run(_ bytes: PaddedBytes, until limit: Int) throws(FormatError) {
    var position = 0
    while memory.count <= limit {
      guard memory.makeRoom() else {
        throw .unreadable(path: path, reason: FileMemory.systemReason)
      }
      let before = (position, memory.count)
      let isDamaged = bytes.withSpan(of: position..<bytes.count) { span in
        let step = inflater.step(span, into: &memory)
        position += step.consumed
        return step.isDamaged
      }
      if isDamaged { throw broken("the packed data are damaged from here on") }
      if inflater.isFinished {
        if position == bytes.count { return }
        guard GzipText.hasMagic(bytes, at: position) else {
          throw broken("\(bytes.count - position) bytes follow the packed data; expected their end")
        }
        inflater.restart()
      } else if before == (position, memory.count), memory.room > 0 {
        throw broken("the packed data end here, before they are complete")
      }
    }
  }

  consuming func finish() -> FileMemory { memory.finish() }

  /// The error of packed data that break off, at the place in the text that was unpacked before.
  private func broken(_ problem: String) -> FormatError {
    var lines = SourceLines()
    let start = PaddedBytes(base: memory.end - memory.count, count: memory.count, mappedCount: 0)
    lines.advance(to: memory.count, in: start)
    return .malformed(file: path, line: lines.line, column: lines.column, problem: problem)
  }
}
