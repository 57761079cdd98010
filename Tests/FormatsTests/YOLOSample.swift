import Annotations
import Foundation
import TestSupport

@testable import Formats

/// YOLO folders for tests.
enum YOLOSample {
  /// The first bytes of a PNG file, which hold its size.
  static func png(width: UInt32, height: UInt32) -> [UInt8] {
    let sides = [width, height].flatMap { side in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: side >> UInt32($0)) }
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + sides + [8, 2, 0, 0, 0]
  }

  /// A JPEG file up to its frame header: start, an application segment, a table, the frame.
  static func jpeg(width: UInt16, height: UInt16) -> [UInt8] {
    let (w, h) = (width, height)
    return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8]
      + [UInt8(h >> 8), UInt8(h & 255), UInt8(w >> 8), UInt8(w & 255), 3, 0, 0]
  }

  /// Writes a picture's header where a label file of 200 × 100 pixels expects it.
  static func addImage(_ path: String, to folder: TemporaryFolder) throws {
    try folder.write(path, png(width: 200, height: 100))
  }

  static func read(_ folder: TemporaryFolder, threads: Int = 2) async throws -> ReadResult {
    try await YOLOFormat.read(folder.path, threads: threads)
  }

  static func splits(_ dataset: Dataset) -> [String?] {
    dataset.images.splits.map { $0.map { dataset.strings[$0] } }
  }
}
