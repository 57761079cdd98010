/// Text as UTF-8: pieces are added to bytes at a fraction of what they cost added to a string.
struct UTF8Text: TextOutputStream {
  /// More bytes than are written, so that a piece is copied and nothing else.
  private var bytes: [UInt8] = []
  private var count = 0

  mutating func write(_ piece: String) { add(piece, around: 0) }

  /// Writes a piece between quotation marks.
  mutating func write(quoted piece: String) {
    let start = count
    add(piece, around: 1)
    bytes[start] = UInt8(ascii: "\"")
    bytes[count - 1] = UInt8(ascii: "\"")
  }

  var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

  /// Adds a piece with so many bytes before and behind it that are set later.
  private mutating func add(_ piece: String, around margin: Int) {
    // Native texts lie in memory as they are; others are walked over.
    let isAdded: Void? = piece.utf8.withContiguousStorageIfAvailable { add($0, around: margin) }
    if isAdded == nil { Array(piece.utf8).withUnsafeBufferPointer { add($0, around: margin) } }
  }

  private mutating func add(_ piece: UnsafeBufferPointer<UInt8>, around margin: Int) {
    let (start, end) = (count + margin, count + margin + piece.count)
    count = end + margin
    if count > bytes.count {
      let more = max(count - bytes.count, bytes.count, 1 << 12)
      bytes.append(contentsOf: repeatElement(0, count: more))
    }
    // Pieces have a few bytes: what an array does around a copy of a buffer costs more than the copy.
    bytes.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[start..<end])
        .copyMemory(from: UnsafeRawBufferPointer(piece))
    }
  }
}
