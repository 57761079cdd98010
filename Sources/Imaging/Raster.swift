package import Annotations

/// A picture in memory: three bytes a pixel (red, green, blue; sRGB), rows from top to bottom.
package struct Raster: Hashable, Sendable {
  /// In pixels, at least 1 × 1.
  package let size: ImageSize
  /// `size.width × size.height × 3` bytes, row-major.
  package let pixels: [UInt8]

  package init(size: ImageSize, pixels: [UInt8]) {
    precondition(size.width >= 1 && size.height >= 1, "a raster has at least one pixel")
    precondition(pixels.count == size.width * size.height * 3, "a raster has 3 bytes a pixel")
    self.size = size
    self.pixels = pixels
  }

  /// The channels of one pixel, counted from the left and from the top.
  package subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let start = (y * size.width + x) * 3
    return (pixels[start], pixels[start + 1], pixels[start + 2])
  }

  /// The picture as it is to be shown, where the file says that the camera was turned.
  package func turned(by orientation: ImageOrientation) -> Raster {
    guard orientation != .upright else { return self }
    let shown = orientation.shown(size)
    var turned = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<shown.height {
      for x in 0..<shown.width {
        let (left, top) = orientation.stored(x: x, y: y, in: size)
        let (from, to) = ((top * size.width + left) * 3, (y * shown.width + x) * 3)
        for channel in 0..<3 { turned[to + channel] = pixels[from + channel] }
      }
    }
    return Raster(size: shown, pixels: turned)
  }
}
