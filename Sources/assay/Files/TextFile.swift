import Glibc

/// Reads small text files.
enum TextFile {
  /// - Throws: `CommandFailure` where the file cannot be read, is larger than `limit` bytes, or is not
  ///   UTF-8.
  static func read(_ path: String, limit: Int) throws(CommandFailure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while content.count <= limit {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
      if count == 0 { break }
      content += block[..<count]
    }
    guard content.count <= limit else {
      throw CommandFailure("\(path): is larger than \(limit) bytes")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw CommandFailure("\(path): is not UTF-8 text")
    }
    return text
  }
}
