package import Annotations

/// How the stored pixels are to be turned or mirrored before they are shown.
///
/// The raw value is that of the EXIF tag 0x0112.
///
/// Source: CIPA DC-008, "Exchangeable image file format" 2.32, 4.6.5.
package enum ImageOrientation: Int, CaseIterable, Hashable, Sendable {
  case upright = 1
  case mirrored = 2
  case upsideDown = 3
  case mirroredUpsideDown = 4
  case transposed = 5
  case turnedRight = 6
  case transversed = 7
  case turnedLeft = 8

  /// Whether what is shown is as wide as what is stored is high.
  package var exchangesSides: Bool { rawValue >= Self.transposed.rawValue }

  /// The size of what is shown.
  package func shown(_ stored: ImageSize) -> ImageSize {
    exchangesSides ? ImageSize(width: stored.height, height: stored.width) : stored
  }

  /// The stored pixel that is shown at (x, y); `size` is that of what is stored.
  func stored(x: Int, y: Int, in size: ImageSize) -> (x: Int, y: Int) {
    let (right, bottom) = (size.width - 1, size.height - 1)
    return switch self {
    case .upright: (x, y)
    case .mirrored: (right - x, y)
    case .upsideDown: (right - x, bottom - y)
    case .mirroredUpsideDown: (x, bottom - y)
    case .transposed: (y, x)
    case .turnedRight: (y, bottom - x)
    case .transversed: (right - y, bottom - x)
    case .turnedLeft: (right - y, x)
    }
  }
}
