/// A text in which `*` stands for any letters, or none.
struct Wildcard {
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// O(pattern · text), whatever the pattern.
  func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = parts.first, let last = parts.last else { return bytes.isEmpty }
    guard parts.count > 1 else { return bytes == first }
    guard bytes.starts(with: first) else { return false }
    var position = first.count
    for part in parts.dropFirst().dropLast() {
      guard let start = Self.firstRange(of: part, in: bytes, from: position) else { return false }
      position = start + part.count
    }
    return bytes.count - position >= last.count && bytes.suffix(last.count).elementsEqual(last)
  }

  private static func firstRange(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= part.count else { return nil }
    return (start...(bytes.count - part.count)).first { position in
      bytes[position..<(position + part.count)].elementsEqual(part)
    }
  }
}
