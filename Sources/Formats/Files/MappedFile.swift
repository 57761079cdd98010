import Glibc

/// The bytes of a file, read-only, followed by at least `padding` zero bytes.
///
/// A regular file is mapped, so that its pages can be dropped and read again; a pipe is read.
struct MappedFile: ~Copyable {
  /// Zero bytes that may be read behind the end.
  static let padding = 64

  /// The file's bytes without the padding; valid as long as this value.
  let bytes: UnsafeRawBufferPointer
  private let mapping: UnsafeMutableRawPointer
  private let mappedLength: Int

  init(path: String) throws(FormatError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      (mapping, mappedLength) = try Self.map(descriptor, length: Int(status.st_size), path)
      bytes = UnsafeRawBufferPointer(start: mapping, count: Int(status.st_size))
    case S_IFDIR:
      throw .unreadable(path: path, reason: "is a folder; a file was expected")
    default:
      let content = try Self.readAll(descriptor, path)
      (mapping, mappedLength) = try Self.reserve(content.count, path)
      UnsafeMutableRawBufferPointer(start: mapping, count: content.count).copyBytes(from: content)
      bytes = UnsafeRawBufferPointer(start: mapping, count: content.count)
    }
  }

  deinit { munmap(mapping, mappedLength) }

  /// Maps the file over the start of a zeroed region that is longer by the padding.
  private static func map(
    _ descriptor: Int32,
    length: Int,
    _ path: String
  ) throws(FormatError) -> (UnsafeMutableRawPointer, Int) {
    let (region, regionLength) = try reserve(length, path)
    guard length > 0 else { return (region, regionLength) }
    let mapped = mmap(region, length, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
    guard mapped != MAP_FAILED else {
      let error = failure(path)
      munmap(region, regionLength)
      throw error
    }
    madvise(region, length, MADV_SEQUENTIAL)
    return (region, regionLength)
  }

  private static func reserve(
    _ length: Int,
    _ path: String
  ) throws(FormatError) -> (UnsafeMutableRawPointer, Int) {
    let total = length + padding
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let region = mmap(nil, total, PROT_READ | PROT_WRITE, flags, -1, 0),
      region != MAP_FAILED
    else { throw failure(path) }
    return (region, total)
  }

  private static func readAll(_ descriptor: Int32, _ path: String) throws(FormatError) -> [UInt8] {
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return content }
      content += block[..<count]
    }
  }

  private static func failure(_ path: String) -> FormatError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
