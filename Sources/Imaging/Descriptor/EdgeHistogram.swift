import Annotations
import Glibc

/// Which directions the edges of a crop have, in each of 4 × 4 cells; light on dark is as dark on light.
enum EdgeHistogram {
  private static let cells = 4
  private static let directions = 8
  static let width = cells * cells * directions

  /// A single direction counts for at most this much of the vector, so that one strong edge is not all.
  private static let limit: Float = 0.2

  /// A vector of length 1, or of zeros where the crop has no edge.
  static func vector(of crop: Raster) -> [Float] {
    let grey = crop.lightness
    let (width, height) = (crop.size.width, crop.size.height)
    var sums = [Float](repeating: 0, count: Self.width)
    for y in 0..<height {
      for x in 0..<width {
        let right = grey[y * width + min(x + 1, width - 1)]
        let left = grey[y * width + max(x - 1, 0)]
        let below = grey[min(y + 1, height - 1) * width + x]
        let above = grey[max(y - 1, 0) * width + x]
        let cell = y * cells / height * cells + x * cells / width
        add(right - left, below - above, to: &sums, from: cell * directions)
      }
    }
    return UnitVector.of(UnitVector.of(sums).map { min($0, limit) })
  }

  private static func add(_ dx: Float, _ dy: Float, to sums: inout [Float], from start: Int) {
    let strength = (dx * dx + dy * dy).squareRoot()
    guard strength > 0 else { return }
    let angle = atan2f(dy, dx) / .pi
    // Opposite directions are one.
    let direction = min(1, max(0, angle < 0 ? angle + 1 : angle))
    SoftBins.add(strength, at: direction, of: directions, wraps: true, to: &sums, from: start)
  }
}

extension Raster {
  /// The lightness of every pixel in 0...1, row-major: luma of BT.601, of sRGB values.
  var lightness: [Float] {
    stride(from: 0, to: pixels.count, by: 3).map { start in
      (0.299 * Float(pixels[start]) + 0.587 * Float(pixels[start + 1])
        + 0.114 * Float(pixels[start + 2])) / 255
    }
  }
}
