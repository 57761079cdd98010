/// The application segments of a JPEG file, up to its picture.
///
/// Source: ITU-T T.81, B.1 and B.2.
struct JPEGSegments {
  /// Payloads of APP1 segments that start with "Exif\0\0", without that.
  private(set) var exif: [Range<Int>] = []
  /// Whether there is an APP14 segment of Adobe's; it tells that inks are written inverted.
  private(set) var hasAdobeMarker = false

  /// Never fails: what breaks the format ends the walk.
  init(_ bytes: [UInt8]) {
    var position = 2
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      switch marker {
      case 0xFF: position += 1  // A fill byte.
      case 0x01, 0xD0...0xD8: position += 2  // Markers without a segment.
      case 0xD9, 0xDA: return  // The end, or the picture.
      default:
        let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
        let end = position + 2 + length
        guard length >= 2, end <= bytes.count else { return }
        add(marker, position + 4..<end, bytes)
        position = end
      }
    }
  }

  private mutating func add(_ marker: UInt8, _ payload: Range<Int>, _ bytes: [UInt8]) {
    let exifName: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
    if marker == 0xE1, bytes[payload].starts(with: exifName) {
      exif.append(payload.lowerBound + exifName.count..<payload.upperBound)
    }
    if marker == 0xEE, bytes[payload].starts(with: "Adobe".utf8) { hasAdobeMarker = true }
  }
}
