import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Segmentations of a COCO file")
struct COCOSegmentationTests {
  private func read(_ values: [String]) async throws -> ReadResult {
    let rows = values.map {
      #"{"segmentation": \#($0), "image_id": 1, "category_id": 7, "bbox": [0,0,1,1]}"#
    }
    return try await COCOText.read(COCOText.file(annotations: rows))
  }

  @Test("keep every coordinate of every ring")
  func rings() async throws {
    let result = try await read([
      "[[1, 2.5, 3.25, 4e0, 5, 6], [7,8 , 9,\n10, -11.125,12]]", "[]", "null", "[[]]",
      "[[0.1, 0.2, 0.30000000000000004]]",
    ])
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    #expect(
      dataset.annotations.segmentations == [
        .polygons(0..<2), .none, .none, .polygons(2..<3), .polygons(3..<4),
      ]
    )
    #expect(
      (0..<4).map { Array(dataset.segmentation.rings[$0]) } == [
        [1, 2.5, 3.25, 4, 5, 6], [7, 8, 9, 10, -11.125, 12], [], [0.1, 0.2, 0.30000000000000004],
      ]
    )
  }

  @Test("keep runs of masks, given as numbers or as text, whatever the order of the keys")
  func masks() async throws {
    let result = try await read([
      #"{"counts": [3, 2, 0, 7], "size": [3, 4]}"#, #"{"size": [4, 3], "counts": "320N5"}"#,
      #"{"size": [0, 0], "counts": []}"#, #"{"x": [{}], "size": [1.0, 2], "counts": "2"}"#,
    ])
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    #expect(dataset.annotations.segmentations == [.mask(0), .mask(1), .mask(2), .mask(3)])
    #expect(
      dataset.segmentation.maskSizes == [
        MaskSize(height: 3, width: 4), MaskSize(height: 4, width: 3), MaskSize(height: 0, width: 0),
        MaskSize(height: 1, width: 2),
      ]
    )
    // "320N5": 3, 2, 0, then N = 30 = −2 after the sign, to be added to the run two before: 2 − 2 = 0,
    // and 5 + 0 = 5.
    #expect(
      (0..<4).map { Array(dataset.segmentation.runs[$0]) } == [
        [3, 2, 0, 7], [3, 2, 0, 0, 5], [], [2],
      ]
    )
    #expect(dataset.segmentation.maskArea(0) == 9)
  }

  @Test("belong to their own annotation, whatever is left out before it")
  func rollback() async throws {
    let result = try await read([
      "[[1,2,3,4,5,6]]", "[[1,1,1,1], [true]]", "[[7,8,9,10,11,12]]",
      #"{"counts": [1,2,-3], "size": [1,2]}"#, #"{"counts": [5], "size": [1,5]}"#,
      #"{"counts": [6]}"#, #"{"counts": [7], "size": [1,7]}"#, "[[0,0,NaN]]",
    ])
    #expect(result.quarantined.map(\.pointer) == [1, 3, 5, 7].map { "/annotations/\($0)" })
    let dataset = result.dataset
    #expect(
      dataset.annotations.segmentations == [.polygons(0..<1), .polygons(1..<2), .mask(0), .mask(1)]
    )
    #expect(dataset.segmentation.rings.count == 2)
    #expect(dataset.segmentation.rings[0] == [1, 2, 3, 4, 5, 6])
    #expect(dataset.segmentation.rings[1] == [7, 8, 9, 10, 11, 12])
    #expect(dataset.segmentation.runs.elements == [5, 7])
    #expect(dataset.segmentation.maskSizes.map(\.width) == [5, 7])
  }

  @Test(
    "are quarantined where they are malformed",
    arguments: [
      (
        "[1, 2, 3, 4, 5, 6]",
        "'segmentation' must be a list of rings [[x, y, …]], found a flat list of numbers"
      ),
      (
        "[[1, 2], 3]",
        "'segmentation' must be a list of rings [[x, y, …]], found a flat list of numbers"
      ),
      ("[{\"x\": 1}]", "'segmentation' must be a list of rings, found an object in it"),
      ("[[1, \"2\"]]", "a ring of 'segmentation' must hold numbers only, found a text in it"),
      ("[[[1, 2]]]", "a ring of 'segmentation' must hold numbers only, found a list in it"),
      ("\"1 2\"", "'segmentation' must be a list of rings or a mask, found a text"),
      ("3", "'segmentation' must be a list of rings or a mask, found a number"),
      ("{}", "'segmentation' has no 'counts'; expected run lengths and 'size'"),
      ("{\"counts\": [1]}", "'segmentation' has no 'size'; expected [height, width]"),
      ("{\"size\": [1, 1]}", "'segmentation' has no 'counts'; expected run lengths and 'size'"),
      (
        "{\"counts\": null, \"size\": [1, 1]}",
        "'counts' must be a list of run lengths or a text, found null"
      ),
      ("{\"counts\": [1, -2], \"size\": [1, 1]}", "'counts' must hold lengths of runs, found -2.0"),
      ("{\"counts\": [1.5], \"size\": [1, 1]}", "'counts' must hold lengths of runs, found 1.5"),
      (
        "{\"counts\": [4294967296], \"size\": [1, 1]}",
        "'counts' must hold lengths of runs, found 4294967296.0"
      ),
      (
        "{\"counts\": [\"1\"], \"size\": [1, 1]}",
        "'counts' must hold numbers only, found a text in it"
      ),
      (
        "{\"counts\": [1], \"size\": [1]}",
        "'size' of a mask must be [height, width] in whole pixels"
      ),
      (
        "{\"counts\": [1], \"size\": [1, -1]}",
        "'size' of a mask must be [height, width] in whole pixels"
      ),
      (
        "{\"counts\": [1], \"size\": [1, 3000000000]}",
        "'size' of a mask must be [height, width] in whole pixels"
      ),
      ("{\"counts\": [1], \"size\": 1}", "'size' must be [height, width], found a number"),
      (
        "{\"counts\": [1], \"counts\": [1], \"size\": [1, 1]}",
        "'counts' is given twice in 'segmentation'; expected once"
      ),
      (
        "{\"counts\": \"P\", \"size\": [1, 1]}",
        "'counts' is no run-length text of COCO: it ends within a number"
      ),
      (
        "{\"counts\": \"1 2\", \"size\": [1, 1]}",
        "'counts' is no run-length text of COCO: found byte 32 in it"
      ),
    ]
  )
  func malformed(value: String, problem: String) async throws {
    let result = try await read([value, "[[1, 2, 3, 4, 5, 6]]"])
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.dataset.annotations.segmentations == [.polygons(0..<1)])
  }
}
