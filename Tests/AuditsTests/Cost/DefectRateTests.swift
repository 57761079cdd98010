import Annotations
import Findings
import Formats
import Metrics
import Testing

@testable import Audits

@Suite("The defect rate of an audit")
struct DefectRateTests {
  /// Two of the annotations have an error, one of them several; one has a warning, and a record is unusable.
  private static let document = """
    {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
     "categories": [{"id": 1, "name": "cat"}],
     "annotations": [
      {"id": 1, "image_id": 1, "category_id": 1, "bbox": [90, 10, 40, 10], "area": 400, "iscrowd": 0},
      {"id": 1, "image_id": 1, "category_id": 7, "bbox": [120, 10, 40, 20], "area": 800, "iscrowd": 0},
      {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0},
      {"id": 4, "image_id": 1, "category_id": 1, "bbox": [40, 40, 9, 10], "area": 5, "iscrowd": 0},
      {"id": 5, "image_id": 1, "category_id": 1, "bbox": [50, 10, 20]}]}
    """

  private func report(
    _ text: String,
    findingsPerRule: Int,
    threads: Int = 1
  ) async throws
    -> AuditReport
  {
    try await AuditRun(
      rules: RuleSettings(),
      findingsPerRule: findingsPerRule,
      bootstrap: ImageBootstrap(replicates: 0, seed: 0, threads: threads)
    ).report(
      on: Delivery(
        role: "dataset",
        name: "a.json",
        format: "coco",
        detected: "",
        result: ExampleDataset.read(coco: text)
      )
    )
  }

  @Test("counts each wrong annotation once, whatever the report lists", arguments: [0, 1, 1000])
  func rate(findingsPerRule: Int) async throws {
    let report = try await report(Self.document, findingsPerRule: findingsPerRule)
    let record = try #require(report.metric("defect-rate"))
    // Annotation 1 is out of bounds, the second one too, with a double id and no category; the last
    // record cannot be used, which is as bad.
    #expect(record.value == 0.6)
    #expect(record.n == 5)
    #expect(report.findings.total > 4)
    #expect(record.interval?.method == "wilson-95")
  }

  @Test("is undefined without an annotation")
  func empty() async throws {
    let report = try await report(
      #"{"images": [], "categories": [], "annotations": []}"#,
      findingsPerRule: 10
    )
    #expect(report.metric("defect-rate")?.undefinedReason == "there is no annotation")
  }
}
