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
  init(base: UnsafeRawPointer, count: Int, mappedCount: Int) {
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

  /// Whether the few bytes from two indices on are the same; `false` where they reach beyond the end.
  @inline(__always)
  func areEqual(_ first: Int, _ second: Int, count length: Int) -> Bool {
    guard min(first, second) >= 0, length >= 0, max(first, second) <= count - length else {
      return false
    }
    // Checked above, so that the words need no check of their own; the last ones may reach into the padding.
    var offset = 0
    while length - offset > 8 {
      guard difference(first + offset, second + offset) == 0 else { return false }
      offset += 8
    }
    let rest = UInt64(truncatingIfNeeded: 8 * (length - offset))
    return rest == 0 || difference(first + offset, second + offset) &<< (64 &- rest) == 0
  }

  /// The bits in which the words at two indices of `0...count` differ.
  @inline(__always)
  private func difference(_ first: Int, _ second: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: base.loadUnaligned(fromByteOffset: first, as: UInt64.self)
    )
    return word
      ^ UInt64(littleEndian: base.loadUnaligned(fromByteOffset: second, as: UInt64.self))
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
