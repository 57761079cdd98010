import Annotations
import Geometry
import Testing

@testable import Formats

@Suite("COCO records without a box")
struct COCODerivedBoxTests {
  @Test(
    "take the smallest box around the outline, and say so",
    arguments: [
      (
        #""segmentation": [[10, 20, 30, 20, 30, 45.5]]"#, Box(x: 10, y: 20, width: 20, height: 25.5)
      ),
      (
        #""bbox": null, "segmentation": [[10, 20, 30, 20, 30, 40], [], [5, 60, 6, 60, 6, 61]]"#,
        Box(x: 5, y: 20, width: 25, height: 41)
      ),
      // 4 rows: the runs cover rows 1 to 3 of column 0 and row 0 of column 1.
      (
        #""segmentation": {"counts": [1, 4, 7], "size": [4, 3]}"#,
        Box(x: 0, y: 0, width: 2, height: 4)
      ),
      // 4 rows: rows 1 and 2 of column 1.
      (
        #""segmentation": {"counts": [5, 2, 5], "size": [4, 3]}"#,
        Box(x: 1, y: 1, width: 1, height: 2)
      ),
    ]
  )
  func derived(members: String, box: Box) async throws {
    let result = try await read(members)
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.annotations.boxes == [COCODerivedBoxTests.good, box])
    #expect(result.dataset.annotations.flags.map { $0.contains(.derivedBox) } == [false, true])
  }

  @Test(
    "are left out where no outline tells the box",
    arguments: [
      #""segmentation": []"#, #""segmentation": [[]]"#, #""bbox": null"#, #""segmentation": [[7]]"#,
      #""segmentation": {"counts": [12], "size": [4, 3]}"#,
      #""segmentation": {"counts": [1, 4], "size": [4, 3]}"#,
      #""segmentation": {"counts": [4294967295, 0, 4294967295], "size": [4, 3]}"#,
      #""segmentation": {"counts": [4294967295, 0, 4294967295], "size": [2147483647, 4]}"#,
      #""segmentation": {"counts": [], "size": [0, 0]}"#,
    ]
  )
  func refused(members: String) async throws {
    let result = try await read(members)
    #expect(result.dataset.annotations.boxes == [COCODerivedBoxTests.good])
    #expect(
      result.quarantined.map(\.problem)
        == ["'bbox' is missing; expected [x, y, width, height] or a 'segmentation'"]
    )
  }

  private static let good = Box(x: 1, y: 2, width: 3, height: 4)

  private func read(_ members: String) async throws -> ReadResult {
    let record = #"{"id": 6, "image_id": 1, "category_id": 7, \#(members)}"#
    return try await COCOText.read(COCOText.file(annotations: [COCOText.annotation, record]))
  }
}
