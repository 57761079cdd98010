import Annotations
import Geometry
import Imaging
import Testing

@Suite("A part of a picture")
struct ScaledImageTests {
  /// 4 × 2 pixels of grey: 0 40 80 120 over 160 200 240 255.
  private static let picture = Raster(
    size: ImageSize(width: 4, height: 2),
    pixels: [0, 40, 80, 120, 160, 200, 240, 255].flatMap { [UInt8](repeating: $0, count: 3) }
  )
  private let image = ScaledImage(Self.picture, size: Self.picture.size)

  private func reds(_ raster: Raster?) throws -> [UInt8] {
    stride(from: 0, to: try #require(raster).pixels.count, by: 3).compactMap { raster?.pixels[$0] }
  }

  @Test("has the mean of the area of each pixel")
  func means() throws {
    // (0 + 40 + 160 + 200) / 4 = 100 and (80 + 120 + 240 + 255) / 4 = 173.75.
    let whole = Box(x: 0, y: 0, width: 4, height: 2)
    #expect(try reds(image.crop(whole, to: ImageSize(width: 2, height: 1))) == [100, 174])
    // Half of the first pixel and the second: (0.5 · 0 + 1 · 40) / 1.5 = 26.67.
    let part = Box(x: 0.5, y: 0, width: 1.5, height: 1)
    #expect(try reds(image.crop(part, to: ImageSize(width: 1, height: 1))) == [27])
  }

  @Test("can be larger than what it shows")
  func enlarged() throws {
    let part = Box(x: 1, y: 0, width: 1, height: 1)
    #expect(
      try reds(image.crop(part, to: ImageSize(width: 3, height: 2)))
        == Array(repeating: 40, count: 6)
    )
  }

  @Test(
    "of a box that reaches out of the picture is what lies inside; of one outside there is none"
  )
  func bounds() throws {
    let over = Box(x: 3, y: 1, width: 100, height: 100)
    #expect(try reds(image.crop(over, to: ImageSize(width: 1, height: 1))) == [255])
    for box in [
      Box(x: 4, y: 0, width: 5, height: 5), Box(x: -9, y: 0, width: 9, height: 5),
      Box(x: 1, y: 1, width: 0, height: 5), Box(x: 1, y: 1, width: -1, height: 5),
      Box(x: .nan, y: 0, width: 5, height: 5), Box(x: 0, y: 0, width: .infinity, height: 5),
    ] {
      #expect(image.crop(box, to: ImageSize(width: 2, height: 2)) == nil)
      #expect(image.thumbnail(of: box, longest: 8) == nil)
      #expect(CropDescriptor().vector(of: box, in: image) == nil)
    }
  }

  @Test("of a hair's breadth still has a colour")
  func sliver() throws {
    let sliver = Box(x: 4 - 1e-13, y: 2 - 1e-13, width: 1, height: 1)
    #expect(
      try reds(image.crop(sliver, to: ImageSize(width: 2, height: 2))).allSatisfy { $0 == 255 }
    )
  }

  @Test("in a reduced picture is found by places in the original")
  func reduced() throws {
    let original = ScaledImage(Self.picture, size: ImageSize(width: 8, height: 4))
    let part = Box(x: 2, y: 2, width: 2, height: 2)
    #expect(try reds(original.crop(part, to: ImageSize(width: 1, height: 1))) == [200])
  }

  @Test("as a thumbnail keeps its proportions and is never enlarged")
  func thumbnail() throws {
    let whole = Box(x: 0, y: 0, width: 4, height: 2)
    #expect(image.thumbnail(of: whole, longest: 2)?.size == ImageSize(width: 2, height: 1))
    #expect(image.thumbnail(of: whole, longest: 100)?.size == ImageSize(width: 4, height: 2))
    let line = Box(x: 0, y: 0, width: 4, height: 0.1)
    #expect(image.thumbnail(of: line, longest: 4)?.size == ImageSize(width: 4, height: 1))
  }
}
