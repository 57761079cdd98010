import Glibc

/// Memory filled with a file and NUL bytes behind it; whoever makes it frees it.
struct FileMemory {
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

  /// Takes memory of `malloc` that is padded already.
  init(allocated base: UnsafeMutableRawPointer, count: Int) {
    self.base = base
    self.count = count
    mappedCount = 0
    mappingSize = nil
  }

  /// Half of the memory of this machine: what is made of the bytes must find room, too.
  static let streamLimit = sysconf(Int32(_SC_PHYS_PAGES)) / 2 * pageSize

  /// Reads to the end of anything that can be read, which must have at most `limit` bytes.
  init?(reading descriptor: Int32, limit: Int = streamLimit) {
    guard var memory = GrowingMemory() else { return nil }
    while true {
      let read = Glibc.read(descriptor, memory.end, memory.room)
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { return nil }
      if read == 0 { break }
      memory.grow(by: read)
      if memory.count > limit { errno = EFBIG }
      guard memory.count <= limit, memory.makeRoom() else { return nil }
    }
    self = memory.finish()
  }

  var bytes: PaddedBytes { PaddedBytes(base: base, count: count, mappedCount: mappedCount) }

  func free() {
    if let mappingSize { munmap(base, mappingSize) } else { Glibc.free(base) }
  }
}

/// Memory of `malloc` that grows while it is filled, with room for the padding at any time.
struct GrowingMemory: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity = 1 << 16
  private(set) var count = 0

  /// `nil` where there is no memory.
  init?() {
    guard let base = malloc(capacity + PaddedBytes.padding) else { return nil }
    self.base = base
  }

  deinit { free(base) }

  /// Where the next bytes go.
  var end: UnsafeMutableRawPointer { base + count }
  /// How many bytes may go there.
  var room: Int { capacity - count }

  /// Counts bytes that were written to `end`.
  mutating func grow(by written: Int) {
    precondition(0...room ~= written, "no more is written than there is room for")
    count += written
  }

  /// Sees to it that there is room for at least one byte; `false` where there is no memory.
  mutating func makeRoom() -> Bool {
    guard room == 0 else { return true }
    guard let larger = realloc(base, 2 * capacity + PaddedBytes.padding) else { return false }
    base = larger
    capacity *= 2
    return true
  }

  /// Gives the memory away, padded.
  consuming func finish() -> FileMemory {
    memset(base + count, 0, PaddedBytes.padding)
    let memory = FileMemory(allocated: base, count: count)
    discard self
    return memory
  }
}
