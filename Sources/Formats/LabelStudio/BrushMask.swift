import Annotations

/// Unpacks the masks of Label Studio's brush: four channels a pixel, row by row, packed by lengths of runs.
///
/// Source: K. Schmidt, `rle-pack` of thi.ng/umbrella, which Label Studio uses; the mask is the fourth channel.
struct BrushMask {
  /// No mask is larger, so that a few bytes do not ask for much memory.
  static let pixelLimit = 1 << 27

  private let size: ImageSize
  private var bits: BitReader
  /// Pixels of the mask, row by row: `start..<end` of each stretch, in order.
  private var stretches: [Range<Int>] = []

  private init(_ bytes: [UInt8], size: ImageSize) {
    self.size = size
    bits = BitReader(bytes)
  }

  /// Lengths of alternating runs, column by column and background first, as COCO keeps masks.
  ///
  /// `runs`: What stands in it already stays.
  ///
  /// - Returns: What is wrong with the bytes, or `nil`.
  static func decode(_ bytes: [UInt8], size: ImageSize, into runs: inout [UInt32]) -> String? {
    guard size.width <= pixelLimit / size.height else {
      return "a mask of \(size.width) × \(size.height) px is too large; expected at most "
        + "\(pixelLimit) pixels"
    }
    var mask = BrushMask(bytes, size: size)
    if let problem = mask.unpack() { return problem }
    mask.appendColumns(to: &runs)
    return nil
  }

  private mutating func unpack() -> String? {
    let tooShort = "'rle' ends early"
    guard let count = bits.read(32), let wordSize = bits.read(5) else { return tooShort }
    guard Int(count) == 4 * size.width * size.height else {
      return
        "'rle' holds \(count) numbers; expected 4 for each of \(size.width) × \(size.height) px"
    }
    var lengths: [Int] = []
    for _ in 0..<4 {
      guard let length = bits.read(4) else { return tooShort }
      lengths.append(Int(length) + 1)
    }
    var position = 0
    while position < Int(count) {
      guard let isRun = bits.read(1), let kind = bits.read(2),
        let length = bits.read(lengths[Int(kind)])
      else { return tooShort }
      let end = position + Int(length) + 1
      guard end <= Int(count) else { return "'rle' has a run beyond the end of the mask" }
      if isRun == 1 {
        guard let word = bits.read(Int(wordSize) + 1) else { return tooShort }
        if word > 0 { add(Self.pixels(in: position..<end)) }
      } else {
        for index in position..<end {
          guard let word = bits.read(Int(wordSize) + 1) else { return tooShort }
          if word > 0 { add(Self.pixels(in: index..<index + 1)) }
        }
      }
      position = end
    }
    return nil
  }

  /// The pixels whose fourth channel lies in a range of numbers.
  private static func pixels(in numbers: Range<Int>) -> Range<Int> {
    numbers.lowerBound / 4..<numbers.upperBound / 4
  }

  private mutating func add(_ pixels: Range<Int>) {
    guard !pixels.isEmpty else { return }
    if let last = stretches.last, last.upperBound == pixels.lowerBound {
      stretches[stretches.count - 1] = last.lowerBound..<pixels.upperBound
    } else {
      stretches.append(pixels)
    }
  }

  /// Turns rows into columns within the box around the mask.
  private func appendColumns(to runs: inout [UInt32]) {
    let total = size.width * size.height
    guard let first = stretches.first, let last = stretches.last else {
      return runs.append(UInt32(total))
    }
    let top = first.lowerBound / size.width
    let height = (last.upperBound - 1) / size.width - top + 1
    var isSet = [Bool](repeating: false, count: height * size.width)
    for stretch in stretches {
      for pixel in stretch {
        isSet[pixel % size.width * height + pixel / size.width - top] = true
      }
    }
    var end = 0
    var open: Range<Int>?
    func close() {
      guard let run = open else { return }
      runs.append(UInt32(run.lowerBound - end))
      runs.append(UInt32(run.count))
      end = run.upperBound
    }
    for index in isSet.indices where isSet[index] {
      let pixel = index / height * size.height + top + index % height
      if let run = open, run.upperBound == pixel {
        open = run.lowerBound..<pixel + 1
      } else {
        close()
        open = pixel..<pixel + 1
      }
    }
    close()
    if end < total { runs.append(UInt32(total - end)) }
  }
}

/// Reads numbers of some bits, the highest bit first.
private struct BitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next `count` bits, at most 32, or `nil` behind the end.
  mutating func read(_ count: Int) -> UInt32? {
    guard position + count <= 8 * bytes.count else { return nil }
    var value: UInt32 = 0
    for _ in 0..<count {
      let bit = bytes[position >> 3] >> UInt8(7 - position & 7) & 1
      value = value << 1 | UInt32(bit)
      position += 1
    }
    return value
  }
}
