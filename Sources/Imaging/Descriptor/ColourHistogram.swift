import Annotations

/// How much of a crop has which hue and which lightness, in each of 2 × 2 cells.
enum ColourHistogram {
  private static let cells = 2
  private static let hues = 8
  private static let lightnesses = 4
  static let width = cells * cells * (hues + lightnesses)

  /// A vector of length 1: square roots of the shares.
  ///
  /// A pixel counts for its hue by its chroma, so that grey has none, and for its lightness by the rest.
  static func vector(of crop: Raster) -> [Float] {
    var sums = [Float](repeating: 0, count: width)
    for y in 0..<crop.size.height {
      for x in 0..<crop.size.width {
        let cell = y * cells / crop.size.height * cells + x * cells / crop.size.width
        add(crop[x, y], to: &sums, from: cell * (hues + lightnesses))
      }
    }
    return UnitVector.of(sums.map { $0.squareRoot() })
  }

  private static func add(
    _ pixel: (red: UInt8, green: UInt8, blue: UInt8),
    to sums: inout [Float],
    from start: Int
  ) {
    let red = Float(pixel.red) / 255
    let green = Float(pixel.green) / 255
    let blue = Float(pixel.blue) / 255
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    let chroma = high - low
    if chroma > 0 {
      let hue = hue(red, green, blue, high, chroma)
      SoftBins.add(chroma, at: hue, of: hues, wraps: true, to: &sums, from: start)
    }
    SoftBins.add(
      1 - chroma,
      at: (high + low) / 2,
      of: lightnesses,
      wraps: false,
      to: &sums,
      from: start + hues
    )
  }

  /// The hue in 0..<1, from red over green and blue.
  private static func hue(
    _ red: Float,
    _ green: Float,
    _ blue: Float,
    _ high: Float,
    _ chroma: Float
  ) -> Float {
    let sextant =
      if high == red {
        (green - blue) / chroma
      } else if high == green {
        (blue - red) / chroma + 2
      } else {
        (red - green) / chroma + 4
      }
    return (sextant < 0 ? sextant + 6 : sextant) / 6
  }
}
