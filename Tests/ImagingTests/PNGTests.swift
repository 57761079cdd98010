import Annotations
import Imaging
import Testing

@Suite("PNG")
struct PNGTests {
  private func raster(_ sample: PNGSample) throws -> Raster {
    try ImageData(sample.bytes).raster()
  }

  private func pixels(_ sample: PNGSample) throws -> [[UInt8]] {
    let raster = try raster(sample)
    return (0..<sample.height).flatMap { y in
      (0..<sample.width).map { x in
        [raster[x, y].red, raster[x, y].green, raster[x, y].blue]
      }
    }
  }

  @Test("of 8-bit colour is read to the bit")
  func colour() throws {
    let sample = PNGSample(
      width: 2,
      height: 2,
      rows: [[1, 2, 3, 250, 251, 252], [0, 0, 0, 255, 255, 255]]
    )
    #expect(try pixels(sample) == [[1, 2, 3], [250, 251, 252], [0, 0, 0], [255, 255, 255]])
    #expect(try ImageData(sample.bytes).size == ImageSize(width: 2, height: 2))
  }

  @Test("of 16-bit colour gives the high bytes, within a rounding")
  func deep() throws {
    let sample = PNGSample(
      width: 2,
      height: 1,
      depth: 16,
      rows: [[0, 0, 0x80, 0x80, 0xFF, 0xFF, 0x12, 0x12, 0x34, 0x34, 0x56, 0x56]]
    )
    // 0x8080 / 0xFFFF = 0x80 / 0xFF, and so on.
    let expected = [[0, 0x80, 0xFF], [0x12, 0x34, 0x56]]
    for (found, wanted) in zip(try pixels(sample), expected) {
      for (a, b) in zip(found, wanted) { #expect(abs(Int(a) - b) <= 1) }
    }
  }

  @Test("with a palette of 2 colours in single bits is read as those colours")
  func palette() throws {
    let sample = PNGSample(
      width: 4,
      height: 1,
      depth: 1,
      colourType: 3,
      rows: [[0b0110_0000]],
      chunks: [("PLTE", [10, 20, 30, 200, 100, 50])]
    )
    let (first, second): ([UInt8], [UInt8]) = ([10, 20, 30], [200, 100, 50])
    #expect(try pixels(sample) == [first, second, second, first])
  }

  @Test("of grey has three equal channels; 4-bit samples reach from black to white")
  func grey() throws {
    let sample = PNGSample(width: 2, height: 1, depth: 4, colourType: 0, rows: [[0xF3]])
    #expect(try pixels(sample) == [[255, 255, 255], [51, 51, 51]])
  }

  @Test("that is transparent lies on white")
  func transparent() throws {
    let sample = PNGSample(
      width: 2,
      height: 1,
      colourType: 6,
      rows: [[9, 9, 9, 0, 9, 8, 7, 255]]
    )
    #expect(try pixels(sample) == [[255, 255, 255], [9, 8, 7]])
  }

  @Test("with an eXIf chunk has its orientation")
  func exif() throws {
    // Little-endian TIFF: one entry, orientation, short, 1, 8.
    let tiff: [UInt8] = [
      0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0,
    ]
    let sample = PNGSample(width: 1, height: 1, rows: [[1, 2, 3]], chunks: [("eXIf", tiff)])
    #expect(try ImageData(sample.bytes).orientation == .turnedLeft)
  }

  @Test("cut off at any byte is an error, and not a picture that is partly grey")
  func truncated() {
    let whole = PNGSample(
      width: 3,
      height: 2,
      rows: [Array(1...9), Array(10...18)],
      chunks: [("tEXt", Array("a\0b".utf8))]
    ).bytes
    for count in 0..<whole.count {
      #expect(throws: ImageError.self, "\(count) bytes") {
        try ImageData(Array(whole.prefix(count))).raster()
      }
    }
  }

  @Test("with any one byte changed is a picture of the size of its header or an error")
  func flipped() {
    let whole = PNGSample(width: 3, height: 2, rows: [Array(1...9), Array(10...18)]).bytes
    var errors = 0
    for place in whole.indices {
      for flip in [UInt8(0xFF), 0x01, 0x80] {
        var bytes = whole
        bytes[place] ^= flip
        do throws(ImageError) {
          let data = try ImageData(bytes)
          let raster = try data.raster()
          #expect(raster.size == data.size)
        } catch {
          errors += 1
        }
      }
    }
    // The check sums of header and data find every change of theirs.
    #expect(errors > whole.count)
  }

  @Test("that says it is enormous takes no memory")
  func bomb() {
    for (width, height) in [(Int(Int32.max), Int(Int32.max)), (8193, 8192), (0, 5), (1 << 31, 1)] {
      let bytes = PNGSample(width: width, height: height, rows: [[0]]).bytes
      #expect(throws: ImageError.self) { try ImageData(bytes).raster() }
    }
    #expect(throws: ImageError.tooManyPixels(ImageSize(width: 8193, height: 8192))) {
      try ImageData(PNGSample(width: 8193, height: 8192, rows: [[0]]).bytes).raster()
    }
  }
}
