import Annotations
import Testing

@testable import Formats

/// A mask of 8 × 5 px.
///
/// label-studio-converter 0.0.59 packed it (`encode_rle`):
///
///     .......#
///     ..###...
///     ..#.#...
///     ..###...
///     #.......
enum BrushSample {
  static let size = ImageSize(width: 8, height: 5)

  /// All four channels are those of the mask.
  static let bytes: [UInt8] = [
    0, 0, 0, 160, 57, 27, 254, 27, 0, 143, 254, 112, 11, 127, 248, 76, 2, 63, 248, 192, 35, 255,
    194, 96, 22, 255, 237, 128, 71, 255, 134, 192, 0,
  ]

  /// The first channel is 77 everywhere, and only the fourth is that of the mask; one pixel of it is 1.
  static let bytesOfFourthChannel: [UInt8] = [
    0, 0, 0, 160, 57, 27, 248, 9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0,
    155, 16, 0, 9, 177, 0, 0, 155, 8, 0, 0, 32, 38, 196, 0, 2, 108, 64, 0, 38, 194, 0, 7, 248, 9,
    176, 128, 1, 254, 2, 108, 32, 0, 127, 128, 155, 16, 0, 9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0,
    155, 16, 0, 9, 176, 128, 1, 254, 2, 108, 64, 0, 38, 194, 0, 7, 248, 9, 177, 0, 0, 155, 16, 0,
    9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0, 155, 8, 0, 31, 224, 38, 194, 0, 7, 248, 9, 176, 128,
    1, 254, 2, 108, 64, 0, 38, 196, 0, 2, 108, 64, 0, 38, 194, 0, 7, 248, 9, 177, 0, 0, 155, 16,
    0, 9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0, 155, 16, 0, 9, 177, 0, 0,
  ]

  /// Down the columns from the left: four off, the lower left corner, six off, three on, and so on.
  static let runs: [UInt32] = [4, 1, 6, 3, 2, 1, 1, 1, 2, 3, 11, 1, 4]

  static let result = """
    {"id": "b", "type": "brushlabels", "original_width": 500, "original_height": 200, "value": \
    {"format": "rle", "rle": \(bytes.map { Int($0) }), "brushlabels": ["fog"]}}
    """
}

@Suite("A brush mask of Label Studio")
struct BrushMaskTests {
  private func decode(_ bytes: [UInt8], _ size: ImageSize = BrushSample.size) -> ([UInt32], String?)
  {
    var runs: [UInt32] = []
    let problem = BrushMask.decode(bytes, size: size, into: &runs)
    return (runs, problem)
  }

  @Test(
    "gives the runs of its fourth channel, column by column",
    arguments: [BrushSample.bytes, BrushSample.bytesOfFourthChannel]
  )
  func runs(bytes: [UInt8]) {
    let (runs, problem) = decode(bytes)
    #expect(problem == nil)
    #expect(runs == BrushSample.runs)
    #expect(runs.reduce(0, +) == 40)
  }

  @Test("that is full or empty is one or two runs")
  func plain() {
    // 4 numbers of 8 bits, sizes of runs 1 bit, one run of 4 with the value 1 or 0.
    func bytes(_ word: UInt8) -> [UInt8] {
      // 32 bits: 4. 5 bits: 7. 4 × 4 bits: 1, 1, 1, 1 (2 bits). run 1, kind 00, length 11, word.
      var bits =
        String(repeating: "0", count: 29) + "100" + "00111" + "0001000100010001" + "1" + "00" + "11"
      bits += String(repeating: "0", count: word.leadingZeroBitCount)
      bits += word == 0 ? "" : String(word, radix: 2)
      bits += String(repeating: "0", count: (8 - bits.count % 8) % 8)
      return stride(from: 0, to: bits.count, by: 8).map { start in
        UInt8(bits.dropFirst(start).prefix(8), radix: 2) ?? 0
      }
    }
    let pixel = ImageSize(width: 1, height: 1)
    #expect(decode(bytes(1), pixel).0 == [0, 1])
    #expect(decode(bytes(0), pixel).0 == [1])
  }

  @Test("that is cut at any byte says so, or is whole but for its padding")
  func truncated() {
    for count in 0..<BrushSample.bytes.count {
      let (runs, problem) = decode(Array(BrushSample.bytes[..<count]))
      #expect(problem == "'rle' ends early" || runs == BrushSample.runs, "\(count) bytes")
    }
  }

  @Test("with any byte changed has a problem or covers the image")
  func changed() {
    for index in BrushSample.bytes.indices {
      for bit in 0..<8 {
        var bytes = BrushSample.bytes
        bytes[index] ^= 1 << UInt8(bit)
        let (runs, problem) = decode(bytes)
        #expect(problem != nil || runs.reduce(0, +) == 40)
      }
    }
  }

  @Test("of another size, or a huge one, is refused before any memory is asked for")
  func sizes() {
    #expect(
      decode(BrushSample.bytes, ImageSize(width: 8, height: 6)).1
        == "'rle' holds 160 numbers; expected 4 for each of 8 × 6 px"
    )
    let huge = decode(BrushSample.bytes, ImageSize(width: 1 << 30, height: 1 << 30)).1
    #expect(huge?.contains("is too large") == true)
  }
}
