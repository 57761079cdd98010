import Annotations
import Audits
import Formats
import Foundation
import Imaging
import Statistics
import TestSupport

/// Writes the files of an example into a folder, and reads its records.
struct SampleImageFiles {
  let folder: TemporaryFolder
  /// The records.
  let json: String
  let dataset: Dataset

  init(_ example: ImageFileExample) async throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/images",
      withIntermediateDirectories: false
    )
    for image in example.images {
      guard let file = image.file else { continue }
      try folder.write("images/" + image.fileName, try Self.bytes(of: file))
    }
    let records = example.images.enumerated().map { index, image in
      let split = image.split.map { #", "split": "\#($0)""# } ?? ""
      return #"{"id": \#(index + 1), "file_name": "\#(image.fileName)", "#
        + #""width": \#(image.width), "height": \#(image.height)\#(split)}"#
    }
    let annotations = example.annotations.enumerated().map {
      annotation($0.offset + 1, box: $0.element)
    }
    json = coco(images: records.joined(separator: ", "), annotations: annotations)
    dataset = try await AuditsTests.dataset(fromCOCO: json)
  }

  func source() throws -> ImageSource {
    ImageSource(name: "images", folder: try ImageFolder(folder.path + "/images"))
  }

  func survey(threads: Int = 2) async throws -> ImageSurvey {
    await ImageSurvey(dataset, in: try source(), threads: threads)
  }

  static func bytes(of file: ImageFileExample.File) throws -> [UInt8] {
    switch file {
    case .picture(let seed, let width, let height, let orientation):
      let picture = jpeg(drawing(seed: seed, width: width, height: height))
      return orientation == 1 ? picture : withOrientation(picture, orientation)
    case .blank:
      return jpeg(
        Raster(
          size: ImageSize(width: 96, height: 64),
          pixels: Array(repeating: 90, count: 96 * 64 * 3)
        )
      )
    case .halfPicture:
      let whole = jpeg(drawing(seed: 1, width: 96, height: 64))
      return Array(whole.prefix(whole.count / 2))
    case .text(let text): return Array(text.utf8)
    }
  }

  private static func jpeg(_ raster: Raster) -> [UInt8] {
    JPEGEncoder.bytes(of: raster, atMost: 1 << 20) ?? []
  }

  /// Soft waves of colours, the same for one seed whatever the size.
  private static func drawing(seed: UInt64, width: Int, height: Int) -> Raster {
    var dice = SeededGenerator(seed: seed)
    let waves = (0..<12).map { _ in (0..<4).map { _ in Double(dice.next() % 1000) / 1000 } }
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = (Double(x) / Double(width), Double(y) / Double(height))
        for channel in 0..<3 {
          let sum = waves[channel * 4..<channel * 4 + 4].reduce(0) { sum, wave in
            sum + sin(2 * .pi * (3 * wave[0] * u + 3 * wave[1] * v + wave[2])) * wave[3]
          }
          pixels.append(UInt8(max(0, min(255, 128 + 60 * sum))))
        }
      }
    }
    return Raster(size: ImageSize(width: width, height: height), pixels: pixels)
  }

  /// Puts an EXIF segment with the orientation behind the start of a JPEG file.
  private static func withOrientation(_ jpeg: [UInt8], _ orientation: Int) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0,
      0, 0, 0, 0, 0,
    ]
    let payload = Array("Exif\0\0".utf8) + tiff
    return jpeg.prefix(2) + [0xFF, 0xE1, 0, UInt8(payload.count + 2)] + payload + jpeg.dropFirst(2)
  }
}
