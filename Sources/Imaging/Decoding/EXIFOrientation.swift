/// Reads the orientation from EXIF, and nothing else of it.
///
/// Source: CIPA DC-008, "Exchangeable image file format" 2.32, 4.5 and 4.6; TIFF 6.0, section 2.
enum EXIFOrientation {
  private static let tag = 0x0112
  private static let short = 3

  static func ofJPEG(_ bytes: [UInt8]) -> ImageOrientation {
    for range in JPEGSegments(bytes).exif {
      let orientation = ofTIFF(bytes[range])
      if orientation != .upright { return orientation }
    }
    return .upright
  }

  /// The orientation in a TIFF structure; `upright` where there is none that is valid.
  static func ofTIFF(_ bytes: ArraySlice<UInt8>) -> ImageOrientation {
    let reader = TIFFReader(bytes)
    guard let reader, let directory = reader.number(at: 4, bytes: 4),
      let count = reader.number(at: directory, bytes: 2)
    else { return .upright }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let found = reader.number(at: place, bytes: 2) else { break }
      guard found == tag else { continue }
      guard reader.number(at: place + 2, bytes: 2) == short,
        let value = reader.number(at: place + 8, bytes: 2)
      else { break }
      return ImageOrientation(rawValue: value) ?? .upright
    }
    return .upright
  }
}

/// Numbers of a TIFF structure in its own byte order.
private struct TIFFReader {
  private let bytes: ArraySlice<UInt8>
  private let isLittleEndian: Bool

  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) {
      isLittleEndian = true
    } else if bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      isLittleEndian = false
    } else {
      return nil
    }
    self.bytes = bytes
  }

  /// The whole number of 2 or 4 bytes at an offset, or `nil` beyond the end.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let field = bytes[bytes.startIndex + offset..<bytes.startIndex + offset + count]
    let digits = isLittleEndian ? Array(field.reversed()) : Array(field)
    return digits.reduce(0) { $0 << 8 | Int($1) }
  }
}
