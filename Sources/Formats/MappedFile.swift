import Glibc

/// Read-only bytes with at least `padding` NUL bytes behind them, so that words can be read anywhere.
///
/// Valid as long as the `MappedFile` that lends them; every access is checked against the padded end.
package struct PaddedBytes {
  /// How many NUL bytes follow the last byte.
  static let padding = 64

  private let base: UnsafeRawPointer
  /// The number of bytes without the padding.
  package let count: Int
  /// How many bytes from the start the kernel can fetch again from a file.
  private let mappedCount: Int

  /// `base` must be readable for `count + padding` bytes, which nobody writes to.
  fileprivate init(base: UnsafeRawPointer, count: Int, mappedCount: Int) {
    self.base = base
    self.count = count
    self.mappedCount = mappedCount
  }

  /// The byte at an index of `0...count`; the one at `count` is NUL.
  @inline(__always)
  package subscript(index: Int) -> UInt8 {
    checkIndex(index)
    return base.load(fromByteOffset: index, as: UInt8.self)
  }

  /// The eight bytes from an index of `0...count` on, the first one in the lowest bits.
  @inline(__always)
  package func word(at index: Int) -> UInt64 {
    checkIndex(index)
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Whether two ranges hold the same bytes.
  package func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    checkRange(first)
    checkRange(second)
    return memcmp(base + first.lowerBound, base + second.lowerBound, first.count) == 0
  }

  /// Where `byte` stands first in a range.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    checkRange(range)
    guard let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Whether the bytes of `text`, which is not empty, stand anywhere.
  package func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    var start = 0
    while let found = firstIndex(of: wanted[0], in: start..<count) {
      if found + wanted.count > count { return false }
      if memcmp(base + found, wanted, wanted.count) == 0 { return true }
      start = found + 1
    }
    return false
  }

  /// Appends the bytes of a range to `buffer`.
  package func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    checkRange(range)
    buffer.append(
      contentsOf: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    )
  }

  /// The bytes of a range as text; ill-formed UTF-8 is repaired.
  package func text(_ range: Range<Int>) -> String {
    checkRange(range)
    let bytes = UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls `body` with the bytes of a range.
  package func withSpan<Result>(of range: Range<Int>, _ body: (RawSpan) -> Result) -> Result {
    checkRange(range)
    return body(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count).bytes)
  }

  /// Gives the memory of bytes that will hardly be read again back to the system.
  ///
  /// They stay readable: the kernel fetches them from the file when they are asked for.
  package func release(_ range: Range<Int>) {
    let page = FileMemory.pageSize
    let start = (range.lowerBound + page - 1) / page * page
    let end = min(range.upperBound, mappedCount) / page * page
    guard start < end else { return }
    madvise(UnsafeMutableRawPointer(mutating: base) + start, end - start, MADV_DONTNEED)
  }

  @inline(__always)
  private func checkIndex(_ index: Int) {
    precondition(UInt(bitPattern: index) <= UInt(bitPattern: count), "an index of 0...count")
  }

  private func checkRange(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range within the bytes")
  }
}

// Nobody writes to the bytes while they are lent, so that any number of threads may read them.
extension PaddedBytes: @unchecked Sendable {}

/// The bytes of a file in memory, mapped where the file allows it, read otherwise (pipes).
///
/// Whoever shortens a mapped file while it is read ends this process (SIGBUS), as with any mapping.
package struct MappedFile: ~Copyable {
  private let memory: FileMemory

  /// Maps the file at a path.
  ///
  /// - Throws: `FormatError.unreadable` with the system's reason; a folder is refused.
  package init(_ path: String) throws(FormatError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
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
    self.memory = memory
  }

  deinit { memory.free() }

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

/// Memory filled with a file and NUL bytes behind it; whoever makes it frees it.
private struct FileMemory {
  let base: UnsafeMutableRawPointer
  let count: Int
  /// How many bytes from the start are pages of the file itself.
  let mappedCount: Int
  /// The size of the mapping, or `nil` for memory of `malloc`.
  private let mappingSize: Int?

  static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  /// The text of `errno`.
  static var systemReason: String { String(cString: strerror(errno)) }

  /// Maps all whole pages of a regular file and reads its end, which makes the padding our own.
  init?(mapping descriptor: Int32, count: Int) {
    let page = Self.pageSize
    let size = (count + PaddedBytes.padding + page - 1) / page * page
    let access = PROT_READ | PROT_WRITE
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let base = mmap(nil, size, access, flags, -1, 0), base != MAP_FAILED else { return nil }

    let whole = count / page * page
    let isMapped =
      whole == 0 || mmap(base, whole, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == base
    let end = isMapped ? pread(descriptor, base + whole, count - whole, whole) : -1
    guard end >= 0 else {
      munmap(base, size)
      return nil
    }
    madvise(base, whole, MADV_SEQUENTIAL)
    self.base = base
    self.count = whole + end
    mappedCount = whole
    mappingSize = size
  }

  /// Reads to the end of anything that can be read.
  init?(reading descriptor: Int32) {
    var capacity = 1 << 16
    var count = 0
    guard var base = malloc(capacity + PaddedBytes.padding) else { return nil }
    while true {
      let read = Glibc.read(descriptor, base + count, capacity - count)
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else {
        Glibc.free(base)
        return nil
      }
      if read == 0 { break }
      count += read
      guard count == capacity else { continue }
      capacity *= 2
      guard let larger = realloc(base, capacity + PaddedBytes.padding) else {
        Glibc.free(base)
        return nil
      }
      base = larger
    }
    memset(base + count, 0, PaddedBytes.padding)
    self.base = base
    self.count = count
    mappedCount = 0
    mappingSize = nil
  }

  var bytes: PaddedBytes { PaddedBytes(base: base, count: count, mappedCount: mappedCount) }

  func free() {
    if let mappingSize { munmap(base, mappingSize) } else { Glibc.free(base) }
  }
}
