import Annotations

/// Finds the size of a picture in the first bytes of a JPEG or PNG file, without decoding it.
///
/// The size is that of the stored pixels: a turn that EXIF asks for is not made.
enum ImageHeader {
  /// How many bytes to look at; camera files keep a preview of some 100 kB before the size.
  static let length = 1 << 18

  /// The size, or `nil` where the bytes are of no such file or end too early.
  static func size(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
    png(bytes) ?? jpeg(bytes)
  }

  /// The first chunk of a PNG is `IHDR`: width and height, big-endian (PNG 3rd ed., 11.2.1).
  private static func png(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count >= 24, bytes.starts(with: signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return size(width: number(bytes[16..<20]), height: number(bytes[20..<24]))
  }

  /// Goes from segment to segment to the frame header (ITU-T T.81, B.2.2).
  private static func jpeg(_ bytes: UnsafeRawBufferPointer) -> ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8] as [UInt8]) else { return nil }
    var position = 2
    while position + 9 <= bytes.count {
      guard bytes[position] == 0xFF else { return nil }
      let marker = bytes[position + 1]
      switch marker {
      case 0xFF: position += 1  // A fill byte.
      case 0x01, 0xD0...0xD7: position += 2  // Markers without a segment.
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        return size(
          width: number(bytes[position + 7..<position + 9]),
          height: number(bytes[position + 5..<position + 7])
        )
      case 0xD9, 0xDA: return nil  // The picture, before any frame header.
      default:
        let length = number(bytes[position + 2..<position + 4])
        guard length >= 2 else { return nil }
        position += 2 + length
      }
    }
    return nil
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func size(width: Int, height: Int) -> ImageSize? {
    let range = 1...Int(Int32.max)
    guard range.contains(width), range.contains(height) else { return nil }
    return ImageSize(width: width, height: height)
  }
}
