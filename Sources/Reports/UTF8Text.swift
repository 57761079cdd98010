/// Text as UTF-8: pieces are added to bytes at a fraction of what they cost added to a string.
struct UTF8Text: TextOutputStream {
  private var bytes: [UInt8] = []

  mutating func write(_ piece: String) {
    // Native texts lie in memory as they are; others are walked over.
    let isAdded: Void? = piece.utf8.withContiguousStorageIfAvailable {
      bytes.append(contentsOf: $0)
    }
    if isAdded == nil { bytes.append(contentsOf: piece.utf8) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
