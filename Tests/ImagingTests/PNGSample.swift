/// Writes PNG files byte by byte, with stored (not compressed) data, so that a test says what is in them.
struct PNGSample {
  var width: Int
  var height: Int
  /// Bits a sample.
  var depth: UInt8 = 8
  /// 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha.
  var colourType: UInt8 = 2
  /// The bytes of every row, without the filter.
  var rows: [[UInt8]]
  /// Chunks between the header and the data.
  var chunks: [(name: String, data: [UInt8])] = []
  /// Whether the last chunk is there.
  var hasEnd = true

  var bytes: [UInt8] {
    var header = Self.word(width) + Self.word(height) + [depth, colourType, 0, 0, 0]
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += Self.chunk("IHDR", header)
    for (name, data) in chunks { file += Self.chunk(name, data) }
    header = rows.flatMap { [0] + $0 }
    file += Self.chunk("IDAT", Self.stored(header))
    return hasEnd ? file + Self.chunk("IEND", []) : file
  }

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return word(data.count) + body + word(Int(crc(body)))
  }

  static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// One stored block of deflate in a zlib stream (RFC 1950, RFC 1951); fewer than 65,536 bytes.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let count = UInt16(data.count)
    let length = [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
    var (a, b) = (1, 0)
    for byte in data {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    return [0x78, 0x01, 0x01] + length + data + word(b << 16 | a)
  }

  private static func crc(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1) * 0xEDB8_8320 }
    }
  }
}
