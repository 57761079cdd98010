import Annotations
import Geometry
import Glibc

/// What stays of a whole picture when it is written again, smaller or in another quality.
///
/// Source of the hash: C. Zauner, "Implementation and benchmarking of perceptual image hash functions",
/// 2010, section 3.2 (signs of the lowest frequencies of the cosine transform against their median).
package struct PictureSignature: Hashable, Sendable {
  /// 63 bits: the frequencies (u, v), u and v below 8, without (0, 0), that are above their median.
  package let hash: UInt64
  /// Lightness of 16 × 16 parts of the picture, row-major.
  package let lightness: [UInt8]

  private static let side = 32
  private static let frequencies = 8
  private static let parts = 16

  package init(_ image: ScaledImage) {
    let whole = Box(
      x: 0,
      y: 0,
      width: Double(image.size.width),
      height: Double(image.size.height)
    )
    func square(_ side: Int) -> [Float] {
      image.crop(whole, to: ImageSize(width: side, height: side))?.lightness ?? []
    }
    hash = Self.hash(square(Self.side))
    lightness = square(Self.parts).map { UInt8(($0 * 255).rounded()) }
  }

  /// How many bits of the hash differ.
  package func distance(to other: PictureSignature) -> Int {
    (hash ^ other.hash).nonzeroBitCount
  }

  /// The mean difference of lightness of the 256 parts, in 0...255.
  package func difference(from other: PictureSignature) -> Double {
    let sum = zip(lightness, other.lightness).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(lightness.count)
  }

  private static func hash(_ grey: [Float]) -> UInt64 {
    let waves = (0..<frequencies).map { frequency in
      (0..<side).map { cosf(.pi * Float(frequency) * (Float($0) + 0.5) / Float(side)) }
    }
    // Along the rows, then down the columns.
    var lines = [Float](repeating: 0, count: side * frequencies)
    for y in 0..<side {
      for u in 0..<frequencies {
        var sum: Float = 0
        for x in 0..<side { sum += grey[y * side + x] * waves[u][x] }
        lines[y * frequencies + u] = sum
      }
    }
    var amplitudes: [Float] = []
    for place in 1..<frequencies * frequencies {
      let (v, u) = (place / frequencies, place % frequencies)
      amplitudes.append((0..<side).reduce(0) { $0 + lines[$1 * frequencies + u] * waves[v][$1] })
    }
    let median = amplitudes.sorted()[amplitudes.count / 2]
    return amplitudes.enumerated().reduce(0) { bits, amplitude in
      amplitude.element > median ? bits | 1 << UInt64(amplitude.offset) : bits
    }
  }
}
