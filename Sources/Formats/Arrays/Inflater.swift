import CZlib

/// Undoes deflate (zlib), a block at a time.
struct Inflater: ~Copyable {
  /// What stands around the compressed data.
  enum Wrapping: Int32 {
    /// Nothing, as in ZIP; negative bits of the window mean so to zlib.
    case none = -15
    /// Header and check sum of gzip: 16 above the bits of the window.
    case gzip = 31
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private var output = [UInt8](repeating: 0, count: 1 << 18)
  /// Whether the end of the compressed data was met.
  private(set) var isFinished = false

  /// Deflate makes at most 1032 bytes of one.
  static let largestRatio = 1032

  init(_ wrapping: Wrapping = .none) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream,
      wrapping.rawValue,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    precondition(status == Z_OK, "zlib has memory for its state")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Inflates the next compressed bytes and hands over what comes out.
  mutating func push(
    _ bytes: RawSpan,
    _ emit: (RawSpan) throws(NPYProblem) -> Void
  ) throws(NPYProblem) {
    var start = 0
    while start < bytes.byteCount, !isFinished {
      let window = bytes.extracting(start..<min(start + 1 << 24, bytes.byteCount))
      start += window.byteCount
      var isExhausted = false
      var remaining = window.byteCount
      while !isExhausted, !isFinished {
        let step = inflateStep(window, from: window.byteCount - remaining)
        guard step.status == Z_OK || step.status == Z_STREAM_END || step.status == Z_BUF_ERROR
        else {
          throw NPYProblem("its compressed data are damaged")
        }
        isFinished = step.status == Z_STREAM_END
        remaining -= step.consumed
        try emit(output.span.bytes.extracting(0..<step.produced))
        isExhausted = step.consumed == 0 && step.produced == 0
      }
    }
  }

  /// Inflates into memory of ours until the bytes, the room or the compressed data end.
  mutating func step(
    _ bytes: RawSpan,
    into memory: inout GrowingMemory
  ) -> (isDamaged: Bool, consumed: Int) {
    bytes.withUnsafeBytes { input in
      let room = min(memory.room, Int(Int32.max))
      // zlib only reads what it gets as input.
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress
      )
      stream.pointee.avail_in = UInt32(min(input.count, Int(Int32.max)))
      let offered = stream.pointee.avail_in
      stream.pointee.next_out = memory.end.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let status = inflate(stream, Z_NO_FLUSH)
      memory.grow(by: room - Int(stream.pointee.avail_out))
      isFinished = status == Z_STREAM_END
      let isDamaged = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR
      return (isDamaged, Int(offered - stream.pointee.avail_in))
    }
  }

  /// Starts anew behind the end of compressed data, where more of them follow.
  mutating func restart() {
    inflateReset(stream)
    isFinished = false
  }

  private mutating func inflateStep(
    _ bytes: RawSpan,
    from offset: Int
  ) -> (status: Int32, consumed: Int, produced: Int) {
    let rest = bytes.extracting(offset..<bytes.byteCount)
    return rest.withUnsafeBytes { input in
      output.withUnsafeMutableBufferPointer { output in
        // zlib only reads what it gets as input.
        stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress
        )
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (
          status, input.count - Int(stream.pointee.avail_in),
          output.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }
}

/// CRC-32 of bytes in pieces, as ZIP keeps it.
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func update(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { buffer in
      let pointer = buffer.assumingMemoryBound(to: UInt8.self).baseAddress
      value = UInt32(crc32_z(UInt(value), pointer, buffer.count))
    }
  }
}
