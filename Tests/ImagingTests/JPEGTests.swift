import Annotations
import Foundation
import Imaging
import TestSupport
import Testing

/// `Fixtures/pictures`, whose pixels Pillow 13.0.0 read.
@Suite("JPEG")
struct JPEGTests {
  private static let folder = SharedData.projectRoot.appending(path: "Fixtures/pictures")
  static let names = [
    "plain", "subsampled", "progressive", "grey", "cmyk-adobe", "turned-right",
  ].map { "\($0).jpg" }

  private struct Expected: Decodable {
    var size: [Int]
    var places: [[Int]]
    var pixels: [String: [[Int]]]
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  private static func expected() throws -> Expected {
    try JSONDecoder().decode(
      Expected.self,
      from: Data(contentsOf: folder.appending(path: "expected.json"))
    )
  }

  @Test("of every kind has the pixels that Pillow reads, within 3 levels", arguments: names)
  func pixels(name: String) throws {
    let expected = try Self.expected()
    let data = try ImageData(Self.bytes(name))
    let raster = try data.raster()
    #expect([raster.size.width, raster.size.height] == expected.size && raster.size == data.size)
    let pixels = try #require(expected.pixels[name])
    for (place, pixel) in zip(expected.places, pixels) {
      let found = raster[place[0], place[1]]
      for (a, b) in zip([found.red, found.green, found.blue], pixel) {
        #expect(abs(Int(a) - b) <= 3, "\(place)")
      }
    }
  }

  @Test("reduced has the colours of the whole in their places", arguments: names)
  func reduced(name: String) throws {
    let data = try ImageData(Self.bytes(name))
    // 32 px are the shorter side: a half leaves 16.
    let half = try data.raster(atLeast: 16)
    #expect(half.size == ImageSize(width: 24, height: 16))
    let whole = try data.raster()
    for (x, y) in [(2, 2), (10, 2), (21, 2), (2, 13), (12, 13), (21, 13)] {
      let (a, b) = (half[x, y], whole[2 * x, 2 * y])
      for (a, b) in [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)] {
        #expect(abs(Int(a) - Int(b)) <= 6, "\(x), \(y)")
      }
    }
    #expect(try data.raster(atLeast: 17).size == data.size)
    #expect(try data.raster(atLeast: 4).size == ImageSize(width: 6, height: 4))
  }

  @Test("says how the camera was held")
  func orientation() throws {
    #expect(try ImageData(Self.bytes("turned-right.jpg")).orientation == .turnedRight)
    #expect(try ImageData(Self.bytes("plain.jpg")).orientation == .upright)
  }

  @Test("cut off at any byte is an error", arguments: ["subsampled.jpg", "progressive.jpg"])
  func truncated(name: String) throws {
    let whole = try Self.bytes(name)
    for count in 0..<whole.count - 2 {
      #expect(throws: ImageError.self, "\(count) bytes") {
        try ImageData(Array(whole.prefix(count))).raster()
      }
    }
  }

  @Test(
    "with any one byte changed is a picture of the size of its header or an error",
    arguments: ["subsampled.jpg", "cmyk-adobe.jpg", "turned-right.jpg"]
  )
  func flipped(name: String) throws {
    let whole = try Self.bytes(name)
    var (errors, pictures) = (0, 0)
    for place in whole.indices {
      for flip in [UInt8(0xFF), 0x01] {
        var bytes = whole
        bytes[place] ^= flip
        do throws(ImageError) {
          let data = try ImageData(bytes)
          // A size that was changed is not worth the time; the limit has a test of its own.
          guard data.size.width * data.size.height < 1 << 20 else { continue }
          let raster = try data.raster()
          #expect(raster.size == data.size)
          pictures += 1
        } catch {
          errors += 1
        }
      }
    }
    #expect(errors > 0 && pictures > 0)
  }

  @Test("with more pixels than are decoded has a size and no picture")
  func limit() throws {
    var bytes = try Self.bytes("plain.jpg")
    let frame = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0]) })
    // Marker, length, precision; then height and width.
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xFD, 0xE8, 0xFD, 0xE8])
    let data = try ImageData(bytes)
    #expect(data.size == ImageSize(width: 65000, height: 65000))
    #expect(throws: ImageError.tooManyPixels(data.size)) { try data.raster(atLeast: 1) }
  }

  @Test("written is read again, and is as small as it was asked to be")
  func written() throws {
    let raster = try ImageData(Self.bytes("plain.jpg")).raster()
    let file = try #require(JPEGEncoder.bytes(of: raster, atMost: 2000))
    #expect(file.count <= 2000)
    #expect(try ImageData(file).raster().size == raster.size)
    #expect(JPEGEncoder.bytes(of: raster, atMost: 100) == nil)
  }

  @Test("a file that is no picture is said to be none")
  func unknown() {
    for bytes in [[], Array("GIF89a".utf8), [0xFF, 0xD8], Array("<svg/>".utf8)] as [[UInt8]] {
      #expect(throws: ImageError.unknownFormat) { try ImageData(bytes) }
    }
  }
}
