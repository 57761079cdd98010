import Annotations
import Findings
import Formats
import Metrics
import TestSupport
import Testing

@Suite("Keypoints of two annotators")
struct KeypointAgreementTests {
  private func dataset(
    _ keypoints: String,
    names: [String] = ["nose", "eye", "ear"],
    box: String = "0, 0, 20, 20",
    area: Int = 400,
    size: Int = 100
  ) async throws -> Dataset {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.json",
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "width": \(size), "height": \(size)}],
       "categories": [{"id": 1, "name": "person", "keypoints": \(names)}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [\(box)],
                        "area": \(area), "keypoints": [\(keypoints)]}]}
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

  private func keypointRecords(_ a: Dataset, _ b: Dataset) async -> [MetricRecord] {
    await compare(a, b).records(bootstrap: ImageBootstrap(replicates: 0))
      .filter { $0.id.hasPrefix("keypoint-") }
  }

  @Test(
    "give the same numbers under the same names when the sides are exchanged",
    arguments: [
      ["nose", "eye", "ear"], ["ear", "nose", "eye"], ["nose", "eye", "tail"], ["nose"], [],
      ["eye", "eye", "ear"],
    ]
  )
  func exchanged(names: [String]) async throws {
    let a = try await dataset("0, 0, 2, 10, 10, 1, 0, 0, 0")
    let b = try await dataset("3, 4, 2, 10, 12, 2, 5, 5, 2", names: names, area: 300)
    let records = await keypointRecords(a, b)
    #expect(records.count == 3 * (1 + 3))
    #expect(await keypointRecords(b, a) == records)
  }

  @Test("are paired by name where both sides give the same names in another order")
  func byName() async throws {
    let a = try await dataset("0, 0, 2, 10, 10, 1, 0, 0, 0")
    let b = try await dataset("0, 0, 0, 3, 4, 2, 10, 10, 1", names: ["ear", "nose", "eye"])
    let records = await keypointRecords(a, b)
    func value(_ id: String, _ name: String) -> Double? {
      records.first { $0.id == id && $0.slice == SliceLabel([.keypoint: name]) }?.value
    }
    #expect(value("keypoint-error", "nose") == 0.25 && value("keypoint-error", "eye") == 0)
    #expect(!records.contains { $0.slice == SliceLabel([.keypoint: "ear"]) })
  }

  @Test("bear both names where the sides name a place differently, its number where neither does")
  func names() async throws {
    let points = "1, 1, 2, 2, 2, 2, 3, 3, 2"
    let a = try await dataset(points, names: ["nose", "snout"])
    let b = try await dataset(points, names: ["nose", "muzzle"])
    let names = await keypointRecords(a, b).compactMap { $0.slice[.keypoint] }
    #expect(Set(names) == ["nose", "muzzle / snout", "3"])
  }

  @Test("of objects without area have no error, but are labelled by whom they are labelled")
  func withoutArea() async throws {
    let a = try await dataset("0, 0, 2, 10, 10, 1, 0, 0, 0", area: 0)
    let b = try await dataset("3, 4, 2, 10, 10, 1, 5, 5, 2")
    let records = await keypointRecords(a, b)
    func record(_ id: String) -> MetricRecord? {
      records.first { $0.id == id && $0.slice == .overall }
    }
    #expect(record("keypoint-error")?.undefinedReason != nil)
    #expect(record("keypoint-labelled-by-one")?.value == 1.0 / 3)
    #expect(record("keypoint-labelled-by-one")?.n == 3)
    #expect(record("keypoint-visibility-agreement")?.value == 2.0 / 3)
  }
}
