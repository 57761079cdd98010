import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("The COCO reader on damaged files")
struct COCOHostileTests {
  /// A small file with something of everything.
  private static let sample = """
    {"info": {"né": "\\ud83d\\ude00é€😀", "x": [1, -2.5e-3, true, null, {}]},
    "images": [{"id": 1, "file_name": "a\\\\b.jpg", "width": 640, "height": 480, "rater_list": ["r"],
    "not_exhaustive_category_ids": [7], "scene": "city", "split": "val"}, {"id": "b", "file_name": "b.jpg"}],
    "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 2.5, 3e1, 4], "area": 12.5,
    "iscrowd": 0, "keypoints": [1, 2, 2, 0, 0, 0], "score": 0.5,
    "segmentation": [[1, 2, 3, 4, 5, 6.75]], "rater_id": "r", "lead_time": 2.5},
    {"image_id": "b", "category_id": 7, "bbox": [0, 0, 1, 1], "attributes": {"a": "b", "occluded": true},
    "segmentation": {"counts": "320N5", "size": [4, 3]}},
    {"image_id": "b", "category_id": 8, "bbox": [0, NaN, 1, 1],
    "segmentation": {"counts": [1, 2], "size": [1, 3]}}],
    "categories": [{"id": 7, "name": "cat", "supercategory": "animal",
    "keypoints": ["a", "b"], "skeleton": [[1, 2]]}]}
    """

  private func read(_ contents: Data) async throws -> Result<ReadResult, FormatError> {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.json", contents)
    do throws(FormatError) {
      return .success(try await COCOFormat.read(path, threads: 1))
    } catch {
      return .failure(error)
    }
  }

  @Test("reads the sample as it is")
  func whole() async throws {
    let result = try await read(Data(Self.sample.utf8)).get()
    #expect(result.dataset.annotations.count == 2)
    #expect(result.quarantined.map(\.pointer) == ["/annotations/2"])
  }

  @Test("says of a file cut anywhere that it is cut, and where")
  func truncated() async throws {
    let contents = Data(Self.sample.utf8)
    for count in 1..<contents.count {
      guard case .failure(let error) = try await read(contents.prefix(count)) else {
        Issue.record("cut after \(count) bytes, it was read")
        continue
      }
      guard case .malformed(_, let line, let column, _) = error else {
        Issue.record("cut after \(count) bytes: \(error)")
        continue
      }
      let lines = contents.prefix(count).split(separator: 10, omittingEmptySubsequences: false)
      #expect(line <= lines.count)
      #expect(column <= lines[line - 1].count + 1)
    }
  }

  /// What may happen to the rest is left open: one flipped bit can be another valid file.
  @Test("never crashes on a changed byte, and loses no record in silence")
  func flipped() async throws {
    let contents = Data(Self.sample.utf8)
    for index in contents.indices {
      for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
        var changed = contents
        changed[index] ^= mask
        guard case .success(let result) = try await read(changed) else { continue }
        let dataset = result.dataset
        let left = result.quarantined.filter { $0.pointer.hasPrefix("/annotations/") }.count
        #expect(dataset.annotations.count + left == 3 || dataset.annotations.count + left == 2)
        #expect(dataset.annotations.segmentations.count == dataset.annotations.count)
      }
    }
  }

  @Test("takes numbers in a file for no reason to take memory")
  func sizes() async throws {
    let mask = #""segmentation": {"counts": [4294967295], "size": [2147483647, 2147483647]}"#
    let result = try await COCOText.read(COCOText.file(withMembers: mask))
    #expect(
      result.dataset.segmentation.maskSizes == [
        MaskSize(height: 2_147_483_647, width: 2_147_483_647)
      ]
    )
    let image = #"{"id": 1, "file_name": "a", "width": 9e18, "height": 9e18}"#
    #expect(try await COCOText.read(COCOText.file(images: [image])).dataset.images.sizes == [nil])
  }
}
