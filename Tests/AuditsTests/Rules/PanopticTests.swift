import Findings
import Formats
import Metrics
import TestSupport
import Testing

@testable import Audits

@Suite("An audit of a panoptic file")
struct PanopticTests {
  @Test("takes an area for that of a mask, and says that the masks were not read")
  func audit() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "panoptic.json",
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
       "categories": [{"id": 1, "name": "cat", "isthing": 1}, {"id": 2, "name": "dog", "isthing": 1}],
       "annotations": [{"image_id": 1, "file_name": "a.png", "segments_info": [
         {"id": 7, "category_id": 1, "area": 300, "bbox": [10, 10, 20, 30], "iscrowd": 0},
         {"id": 8, "category_id": 2, "area": 601, "bbox": [60, 10, 20, 30], "iscrowd": 0},
         {"id": 9, "category_id": 2, "area": 700, "bbox": [30, 45, 20, 30], "iscrowd": 0}]}]}
      """
    )
    let report = await AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 10,
      bootstrap: ImageBootstrap(replicates: 0, seed: 0, threads: 1)
    ).report(
      on: Delivery(
        role: "dataset",
        name: "panoptic.json",
        format: "coco",
        detected: "",
        result: try await COCOFormat.read(path, threads: 1)
      )
    )
    #expect(report.excluded["masks-in-files-not-read"] == 3)
    // A mask of 601 px² in a box of 600 is within the tolerance, one of 700 is not.
    let areas = report.findings.items.filter { $0.rule == "area-box-mismatch" }
    #expect(areas.map(\.annotation) == ["1/9"])
    #expect(areas.map(\.place?.pointer) == ["/annotations/0"])
    #expect(report.findings.items.allSatisfy { $0.rule != "text-id" })
  }
}
