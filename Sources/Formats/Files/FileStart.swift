import Glibc

/// The first bytes of a file, without its byte order mark.
struct FileStart {
  private let bytes: ArraySlice<UInt8>

  /// The number of bytes looked at.
  private static let length = 4096

  /// `nil` where the file cannot be read.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: Self.length)
    let count = read(descriptor, &block, block.count)
    guard count >= 0 else { return nil }
    let content = block[..<count]
    bytes = content.starts(with: [0xef, 0xbb, 0xbf]) ? content.dropFirst(3) : content
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the first thing that is not space opens an object or a list.
  var isJSON: Bool {
    guard let first = bytes.first(where: { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }) else {
      return false
    }
    return first == 0x7b || first == 0x5b
  }

  /// Whether the text occurs in the first bytes.
  func contains(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= wanted.count else { return false }
    return (bytes.startIndex...bytes.endIndex - wanted.count).contains { start in
      bytes[start...].starts(with: wanted)
    }
  }
}
