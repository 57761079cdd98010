/// Guesses where records of a list start, so that several tasks may read it at once.
///
/// A guess may be wrong: what looks like the start of a record may stand in a text or deeper in a record.
/// Whoever reads up to a guess finds out.
struct RecordCutter {
  private let bytes: PaddedBytes
  private let size: Int
  /// The first key of the list's first record, quotes included: most writers keep one order.
  private let firstKey: [UInt8]
  /// Where the piece that was cut last ends.
  private var position: Int

  /// A start is looked for in so many bytes, or pieces where these are more.
  ///
  /// Behind the end of a list stands the rest of the file, which is not gone through once more for it.
  private static let searched = (bytes: 1 << 20, pieces: 16)

  init(_ bytes: PaddedBytes, from start: Int, size: Int) {
    self.bytes = bytes
    self.size = size
    position = start
    firstKey = Self.firstKey(at: start, in: bytes)
  }

  /// The next piece: from the last one's end to about `size` bytes on; the last one, behind which no start is found,
  /// ends with the file.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var nominal = start + size
    let limit = min(bytes.count, nominal + max(Self.searched.bytes, Self.searched.pieces * size))
    position = bytes.count
    while nominal < limit {
      let end = min(nominal + size, limit)
      if let found = recordStart(in: nominal..<end) {
        position = found
        break
      }
      nominal = end
    }
    return start..<position
  }

  /// The first `{` of `}, {"first key"` whose `}` stands in a range.
  private func recordStart(in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let brace = bytes.firstIndex(of: ASCII.closeBrace, in: start..<range.upperBound) {
      start = brace + 1
      let comma = afterSpace(start)
      guard bytes[comma] == ASCII.comma else { continue }
      let open = afterSpace(comma + 1)
      guard open < bytes.count, bytes[open] == ASCII.openBrace else { continue }
      let key = afterSpace(open + 1)
      if key + firstKey.count <= bytes.count, isFirstKey(at: key) { return open }
    }
    return nil
  }

  private func isFirstKey(at index: Int) -> Bool {
    for offset in firstKey.indices where bytes[index + offset] != firstKey[offset] { return false }
    return true
  }

  private func afterSpace(_ index: Int) -> Int { Self.afterSpace(index, in: bytes) }

  private static func afterSpace(_ index: Int, in bytes: PaddedBytes) -> Int {
    var index = index
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.newline || byte == ASCII.carriageReturn
      || byte == ASCII.tab
  }

  /// Longer keys are cut off: a guess needs no more.
  private static func firstKey(at start: Int, in bytes: PaddedBytes) -> [UInt8] {
    let longest = 64
    guard bytes[start] == ASCII.openBrace else { return [ASCII.quote] }
    let key = afterSpace(start + 1, in: bytes)
    guard bytes[key] == ASCII.quote else { return [ASCII.quote] }
    var text = [ASCII.quote]
    for index in key + 1..<min(key + longest, bytes.count) {
      text.append(bytes[index])
      if bytes[index] == ASCII.quote { break }
    }
    return text
  }
}
