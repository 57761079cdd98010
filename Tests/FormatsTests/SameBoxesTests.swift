import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite(
  "One data set in five formats",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct SameBoxesTests {
  /// `file stem, category, left, top, right, bottom` of every annotation, sorted.
  private struct Row: Hashable, Comparable {
    var names: [String]
    var corners: [Double]

    static func < (lhs: Row, rhs: Row) -> Bool {
      lhs.names == rhs.names
        ? lhs.corners.lexicographicallyPrecedes(rhs.corners)
        : lhs.names.lexicographicallyPrecedes(rhs.names)
    }
  }

  private func rows(_ dataset: Dataset) -> [Row] {
    (0..<dataset.annotations.count).map { row in
      let image = dataset.images.fileNames[Int(dataset.annotations.images[row])]
      let box = dataset.annotations.boxes[row]
      return Row(
        names: [String(image.prefix { $0 != "." }), dataset.categoryName(row)],
        corners: [box.x, box.y, box.right, box.bottom]
      )
    }.sorted()
  }

  private func read(_ path: String) async throws -> ReadResult {
    let detection = try FormatCatalog.detect(path)
    return try await detection.format.read(detection.path, threads: 2)
  }

  @Test("VOC, both kinds of COCO and CVAT give the same 273 boxes to the digit")
  func exact() async throws {
    let voc = rows(try await read(SharedData.data("formats100/voc")).dataset)
    #expect(voc.count == 273)
    for file in ["coco_v1.json", "coco_v2.json", "cvat.xml"] {
      let result = try await read(SharedData.data("formats100/\(file)"))
      #expect(result.quarantined.isEmpty)
      #expect(result.dataset.images.count == 100)
      #expect(rows(result.dataset) == voc, "\(file)")
    }
  }

  /// The files write shares with six digits, so that centre and side are each wrong by up to half a
  /// millionth of the image: a corner by ¾ of a millionth of 500 px, which is less than 0.0004 px.
  @Test("YOLO gives the same 273 boxes within 0.0004 pixels, once its images are there")
  func rounded() async throws {
    let voc = try await read(SharedData.data("formats100/voc")).dataset
    let folder = try TemporaryFolder()
    let source = SharedData.data("formats100/yolo")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/obj.names",
      withDestinationPath: "\(source)/obj.names"
    )
    // Linked folders are not followed: link the label files, and write the headers of their images.
    for (name, size) in zip(voc.images.fileNames, voc.images.sizes) {
      let size = try #require(size)
      let stem = name.prefix { $0 != "." }
      try folder.write(
        "obj_train_data/\(stem).png",
        YOLOSample.png(width: UInt32(size.width), height: UInt32(size.height))
      )
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/obj_train_data/\(stem).txt",
        withDestinationPath: "\(source)/obj_train_data/\(stem).txt"
      )
    }
    let result = try await read(folder.path)
    #expect(result.quarantined.isEmpty)
    let (yolo, expected) = (rows(result.dataset), rows(voc))
    #expect(yolo.count == 273)
    #expect(yolo.map(\.names) == expected.map(\.names))
    // Rounding may change the order of near corners; each box has exactly one partner.
    var partners = expected
    for row in yolo {
      let index = partners.firstIndex { other in
        other.names == row.names
          && zip(other.corners, row.corners).allSatisfy { abs($0 - $1) < 4e-4 }
      }
      partners.remove(at: try #require(index, "\(row)"))
    }
    #expect(partners.isEmpty)
  }
}
