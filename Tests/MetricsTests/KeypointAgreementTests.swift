import Annotations
import Findings
import Formats
import Metrics
import TestSupport
import Testing

@Suite("Keypoints of two annotators")
struct KeypointAgreementTests {
  private func dataset(_ keypoints: String) async throws -> Dataset {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.json",
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "person", "keypoints": ["nose", "eye", "ear"]}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 20, 20],
                        "area": 400, "keypoints": [\(keypoints)]}]}
      """
    )
    return try await COCOFormat.read(file, threads: 1).dataset
  }

  @Test("differ by their distance, by visibility, and by who labels them at all")
  func points() async throws {
    let a = try await dataset("0, 0, 2, 10, 10, 1, 0, 0, 0")
    let b = try await dataset("3, 4, 2, 10, 10, 2, 5, 5, 2")
    let records = await compare(a, b).records(bootstrap: ImageBootstrap(replicates: 0))
    func record(_ id: String, _ slice: [SliceKey: String] = [:]) -> MetricRecord? {
      records.first { $0.id == id && $0.slice == SliceLabel(slice) }
    }
    // 5 px and 0 px; √area = 20.
    #expect(record("keypoint-error")?.value == (5.0 / 20) / 2)
    #expect(record("keypoint-error")?.n == 2)
    #expect(record("keypoint-error", [.keypoint: "nose"])?.value == 0.25)
    #expect(record("keypoint-error", [.keypoint: "ear"])?.undefinedReason != nil)
    #expect(record("keypoint-visibility-agreement")?.value == 1.0 / 3)
    #expect(record("keypoint-labelled-by-one")?.value == 1.0 / 3)
  }

  @Test("match by similarity, where boxes would not")
  func matching() async throws {
    let points = "0, 0, 2, 10, 10, 1, 5, 5, 2"
    let options = MatchingOptions(similarity: .oks)
    let comparison = await compare(
      try await dataset(points),
      try await dataset(points),
      options: options
    )
    #expect(comparison.images.flatMap(\.pairs).map(\.iou) == [1])
  }
}
