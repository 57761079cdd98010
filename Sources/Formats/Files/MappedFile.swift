import Glibc

/// The bytes of a file in memory, mapped where the file allows it, read otherwise (pipes).
///
/// Whoever shortens a mapped file while it is read ends this process (SIGBUS), as with any mapping.
package struct MappedFile: ~Copyable {
  private let memory: FileMemory
  /// Whether the bytes are what was packed in the file.
  let isPacked: Bool
  /// SHA-256 of the file, where all that was packed in it was unpacked.
  let packedSHA256: String?

  /// The path that names standard input, in place of a file.
  package static let standardInput = "-"

  /// Maps the file at a path, or reads standard input.
  ///
  /// - Throws: `FormatError.unreadable` with the system's reason; a folder is refused.
  package init(_ path: String) throws(FormatError) {
    memory = try Self.memory(of: path)
    isPacked = false
    packedSHA256 = nil
  }

  /// The bytes of the file at a path, or those that are packed in it where it is a gzip file.
  ///
  /// - Throws: `FormatError`; its place is that in the text where the packed data break off.
  package static func unpacked(_ path: String) throws(FormatError) -> MappedFile {
    let file = try MappedFile(path)
    guard file.withBytes({ GzipText.starts($0) }) else { return file }
    let memory = try file.withBytes { bytes throws(FormatError) in
      try GzipText.unpack(bytes, path: path)
    }
    return MappedFile(memory, packedSHA256: file.withBytes { InputDigest.of($0) })
  }

  /// At least the start of what `unpacked` gives: all of a plain file, some of a gzip file.
  static func unpackedStart(_ path: String) throws(FormatError) -> MappedFile {
    let file = try MappedFile(path)
    guard file.withBytes({ GzipText.starts($0) }) else { return file }
    let memory = try file.withBytes { bytes throws(FormatError) in
      try GzipText.unpackStart(bytes, path: path)
    }
    return MappedFile(memory, packedSHA256: nil)
  }

  private init(_ memory: FileMemory, packedSHA256: String?) {
    self.memory = memory
    isPacked = true
    self.packedSHA256 = packedSHA256
  }

  deinit { memory.free() }

  private static func memory(of path: String) throws(FormatError) -> FileMemory {
    let descriptor =
      path == standardInput ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: FileMemory.systemReason) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: FileMemory.systemReason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadable(path: path, reason: "is a folder; expected a file")
    }
    // Files of /proc and the like say that they are empty and are not.
    let isMappable = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    let mapped = isMappable ? FileMemory(mapping: descriptor, count: Int(status.st_size)) : nil
    guard let memory = mapped ?? FileMemory(reading: descriptor) else {
      throw .unreadable(path: path, reason: FileMemory.systemReason)
    }
    return memory
  }

  /// Lends the bytes, which `body` must not keep.
  package borrowing func withBytes<Result, Failure: Error>(
    _ body: (PaddedBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(memory.bytes)
  }

  /// Lends the bytes, which `body` must not keep.
  package borrowing func withBytes<Result, Failure: Error>(
    _ body: (PaddedBytes) async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await body(memory.bytes)
  }
}
