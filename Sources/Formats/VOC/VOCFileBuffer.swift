import Glibc

/// Memory for the bytes of one file at a time, used again for the next one.
struct VOCFileBuffer {
  /// Larger files are not read: the annotations of one image do not need so much.
  static let sizeLimit = 64 << 20

  private var storage: [UInt8] = []
  private var count = 0

  /// Reads a regular file, or its first bytes.
  ///
  /// - Throws: Why the file was not read; nothing of it is in the buffer then.
  mutating func load(_ path: String, prefix: Int? = nil) throws(XMLProblem) {
    try load(open(path, OpenFolder.fileAccess), prefix: prefix)
  }

  /// Reads a regular file of a folder.
  mutating func load(_ name: String, in folder: borrowing OpenFolder) throws(XMLProblem) {
    try load(folder.open(name), prefix: nil)
  }

  /// Takes a descriptor, or the error of one that could not be had.
  private mutating func load(_ descriptor: Int32, prefix: Int?) throws(XMLProblem) {
    count = 0
    guard descriptor >= 0 else { throw Self.unreadable() }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw XMLProblem(file: "the file cannot be read: it is not a regular file")
    }
    guard prefix != nil || status.st_size <= Self.sizeLimit else {
      throw XMLProblem(
        file: "the file has \(status.st_size) bytes; expected at most \(Self.sizeLimit)"
      )
    }
    try fill(from: descriptor, upTo: min(Int(status.st_size), prefix ?? .max))
  }

  func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws(XMLProblem) -> Result
  ) throws(XMLProblem) -> Result {
    try storage.withUnsafeBufferPointer { (bytes) throws(XMLProblem) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
    }
  }

  private mutating func fill(from descriptor: Int32, upTo size: Int) throws(XMLProblem) {
    if storage.count < size {
      storage = [UInt8](repeating: 0, count: max(size, 2 * storage.count))
    }
    while count < size {
      let start = count
      let received = storage.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress?.advanced(by: start), size - start)
      }
      if received < 0, errno == EINTR { continue }
      guard received >= 0 else {
        count = 0
        throw Self.unreadable()
      }
      guard received > 0 else { return }
      count += received
    }
  }

  private static func unreadable() -> XMLProblem {
    XMLProblem(file: "the file cannot be read: \(String(cString: strerror(errno)))")
  }
}
