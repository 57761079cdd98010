import Annotations
import Imaging
import Testing

@Suite("The orientation of a picture")
struct ImageOrientationTests {
  /// 2 × 3 pixels, told apart by their red.
  ///
  ///     1 2
  ///     3 4
  ///     5 6
  private static let picture = Raster(
    size: ImageSize(width: 2, height: 3),
    pixels: (1...6).flatMap { [UInt8($0), 0, 0] }
  )

  private func rows(_ raster: Raster) -> [[UInt8]] {
    (0..<raster.size.height).map { y in (0..<raster.size.width).map { raster[$0, y].red } }
  }

  @Test(
    "turns and mirrors as EXIF's table says",
    arguments: [
      (.upright, [[1, 2], [3, 4], [5, 6]]), (.mirrored, [[2, 1], [4, 3], [6, 5]]),
      (.upsideDown, [[6, 5], [4, 3], [2, 1]]), (.mirroredUpsideDown, [[5, 6], [3, 4], [1, 2]]),
      // Row 0 is the left side, column 0 the top.
      (.transposed, [[1, 3, 5], [2, 4, 6]]),
      // Row 0 is the right side, column 0 the top: shown after a quarter turn to the right.
      (.turnedRight, [[5, 3, 1], [6, 4, 2]]), (.transversed, [[6, 4, 2], [5, 3, 1]]),
      (.turnedLeft, [[2, 4, 6], [1, 3, 5]]),
    ] as [(ImageOrientation, [[UInt8]])]
  )
  func turns(orientation: ImageOrientation, expected: [[UInt8]]) {
    #expect(rows(Self.picture.turned(by: orientation)) == expected)
  }

  @Test("exchanges the sides where it turns by a quarter", arguments: ImageOrientation.allCases)
  func sides(orientation: ImageOrientation) {
    let shown = orientation.shown(ImageSize(width: 2, height: 3))
    #expect(shown == Self.picture.turned(by: orientation).size)
    #expect(orientation.exchangesSides == (shown.width == 3))
  }
}
