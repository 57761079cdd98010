/// Finds the known keys of an object, at most 64, by their bytes and without making text.
struct JSONKeyTable<Key: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: Key
    var name: [UInt8]
  }

  private let entries: [Entry]
  /// The first eight bytes of each name, which are what is searched.
  private let heads: [UInt64]

  init() {
    entries = Key.allCases.map { Entry(key: $0, name: Array($0.rawValue.utf8)) }
    heads = entries.map { entry in
      entry.name.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The known key that `text` is, or `nil`.
  func key(_ text: JSONText, in scanner: borrowing JSONScanner) -> Key? {
    index(of: text, in: scanner).map { self[$0] }
  }

  subscript(index: Int) -> Key { entries[index].key }

  /// Which of all cases `text` is, or `nil`.
  func index(of text: JSONText, in scanner: borrowing JSONScanner) -> Int? {
    guard !text.hasEscapes else {
      let name = Array(scanner.string(text).utf8)
      return entries.firstIndex { $0.name == name }
    }
    let bytes = scanner.bytes
    var head = bytes.word(at: text.start)
    if text.count < 8 { head &= (1 << UInt64(8 * text.count)) - 1 }
    for index in heads.indices where heads[index] == head {
      if Self.isName(entries[index].name, text, in: bytes) { return index }
    }
    return nil
  }

  /// Compares what is beyond the first eight bytes, which are known to be equal.
  private static func isName(_ name: [UInt8], _ text: JSONText, in bytes: PaddedBytes) -> Bool {
    guard name.count == text.count else { return false }
    var index = 8
    while index < name.count {
      guard bytes[text.start + index] == name[index] else { return false }
      index += 1
    }
    return true
  }
}
