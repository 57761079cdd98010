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
  ///
  /// A pixel counts for the cells and the directions next to it, so that a thing may lie a little aside.
  static func vector(of crop: Raster) -> [Float] {
    let (width, height) = (crop.size.width, crop.size.height)
    let grey = crop.lightness
    let columns = cells(along: width)
    let rows = cells(along: height)
    var sums = [Float](repeating: 0, count: Self.width)
    for y in 0..<height {
      for x in 0..<width {
        let dx = grey[y * width + min(x + 1, width - 1)] - grey[y * width + max(x - 1, 0)]
        let dy = grey[min(y + 1, height - 1) * width + x] - grey[max(y - 1, 0) * width + x]
        let strength = (dx * dx + dy * dy).squareRoot()
        guard strength > 0 else { continue }
        let direction = direction(dx, dy)
        for (row, down) in rows[y] {
          for (column, across) in columns[x] {
            SoftBins.add(
              strength * down * across,
              at: direction,
              of: directions,
              wraps: true,
              to: &sums,
              from: (row * cells + column) * directions
            )
          }
        }
      }
    }
    return UnitVector.of(UnitVector.of(sums).map { min($0, limit) })
  }

  /// The angle of a gradient in 0...1 of half a turn: opposite directions are one.
  private static func direction(_ dx: Float, _ dy: Float) -> Float {
    let angle = atan2f(dy, dx) / .pi
    return min(1, max(0, angle < 0 ? angle + 1 : angle))
  }

  /// The cells next to each pixel of a line, and their parts of it.
  private static func cells(along length: Int) -> [[(bin: Int, part: Float)]] {
    (0..<length).map { SoftBins.parts((Float($0) + 0.5) / Float(length), of: cells) }
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
