/// Colours of print as colours of a screen, without a colour profile.
enum CMYK {
  /// Red = (1 − cyan) · (1 − black), and so on; rounded to the nearest.
  ///
  /// - Parameters:
  ///   - pixels: Four bytes a pixel: cyan, magenta, yellow, black.
  ///   - isInverted: Whether 0 is full ink, as in files with Adobe's marker, and not none.
  /// - Returns: Three bytes a pixel.
  static func rgb(_ pixels: [UInt8], isInverted: Bool) -> [UInt8] {
    var rgb: [UInt8] = []
    rgb.reserveCapacity(pixels.count / 4 * 3)
    for start in stride(from: 0, to: pixels.count - 3, by: 4) {
      let black = light(pixels[start + 3], isInverted)
      for channel in 0..<3 {
        rgb.append(UInt8((light(pixels[start + channel], isInverted) * black + 127) / 255))
      }
    }
    return rgb
  }

  /// What an ink leaves of the light, in 0...255.
  private static func light(_ ink: UInt8, _ isInverted: Bool) -> Int {
    isInverted ? Int(ink) : 255 - Int(ink)
  }
}
