import Annotations

/// The chunks of a PNG file: its size, its EXIF, and that it is whole.
///
/// libpng decodes what is there and does not ask for the end of the file; a file without its last chunk
/// was cut off.
///
/// Source: W3C, "Portable Network Graphics", third edition, 5 and 11.
struct PNGChunks {
  let size: ImageSize
  /// Where the data of the chunk `eXIf` stand.
  private(set) var exif: Range<Int>?

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ bytes: [UInt8]) throws(ImageError) {
    var position = Self.signature.count
    var size: ImageSize?
    var hasEnd = false
    while !hasEnd {
      guard position + 12 <= bytes.count else { throw .damaged(reason: "the file is cut off") }
      let length = Self.number(bytes, at: position)
      let name = bytes[position + 4..<position + 8]
      guard length <= bytes.count - position - 12 else {
        throw .damaged(reason: "the file is cut off")
      }
      let data = position + 8..<position + 8 + length
      if size == nil { size = try Self.size(name, data, bytes) }
      if name.elementsEqual("eXIf".utf8) { exif = data }
      hasEnd = name.elementsEqual("IEND".utf8)
      position = data.upperBound + 4
    }
    guard let size else { throw .damaged(reason: "the file has no header") }
    self.size = size
  }

  /// The first chunk must be the header: width and height, each 1 to 2³¹ − 1.
  private static func size(
    _ name: ArraySlice<UInt8>,
    _ data: Range<Int>,
    _ bytes: [UInt8]
  ) throws(ImageError) -> ImageSize {
    guard name.elementsEqual("IHDR".utf8), data.count >= 8 else {
      throw .damaged(reason: "the file does not start with its header")
    }
    let width = number(bytes, at: data.lowerBound)
    let height = number(bytes, at: data.lowerBound + 4)
    let range = 1...Int(Int32.max)
    guard range.contains(width), range.contains(height) else {
      throw .damaged(reason: "the header says \(width) × \(height) px")
    }
    return ImageSize(width: width, height: height)
  }

  /// Four bytes, the highest first.
  private static func number(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
