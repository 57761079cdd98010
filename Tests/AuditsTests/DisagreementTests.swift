import Audits
import Findings
import Formats
import Metrics
import Testing

@Suite("The disagreements of a comparison")
struct DisagreementTests {
  @Test("are one finding each, with both boxes and both places")
  func kinds() async throws {
    // 1: same box, two names. 2: only A. 3: 10 of 14 px shared, IoU 100/140 = 0.714. B's 12: only B.
    let a = """
      {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10]},
      {"id": 2, "image_id": 1, "category_id": 1, "bbox": [30, 0, 10, 10]},
      {"id": 3, "image_id": 1, "category_id": 2, "bbox": [60, 0, 10, 10]}
      """
    let b = """
      {"id": 11, "image_id": 1, "category_id": 2, "bbox": [0, 0, 10, 10]},
      {"id": 12, "image_id": 1, "category_id": 1, "bbox": [0, 60, 10, 10]},
      {"id": 13, "image_id": 1, "category_id": 2, "bbox": [60, 0, 14, 10]}
      """
    let found = try await findings(a, b)
    #expect(
      found.rules.map { "\($0.id) \($0.count)" } == [
        "category-disagreement 1", "object-of-one-side 2", "loose-agreement 1",
      ]
    )
    #expect(
      found.items.map(\.message) == [
        "A says 'cat', B says 'dog' (IoU 1); B's is annotation 11 (/annotations/0)",
        "only A has it, B has nothing with IoU ≥ 0.5",
        "only B has it, A has nothing with IoU ≥ 0.5",
        "IoU of the two boxes is 0.714, below 0.75; B's is annotation 13 (/annotations/2)",
      ]
    )
    #expect(found.items.map(\.annotation) == ["1", "2", "12", "3"])
    #expect(found.items.last?.evidence["other-width"] == 14)
  }

  @Test("are none where both sides drew the same")
  func none() async throws {
    let same = #"{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10]}"#
    #expect(try await findings(same, same).total == 0)
  }

  @Test("are all counted however few are kept")
  func capped() async throws {
    let many = (0..<50).map {
      #"{"id": \#($0), "image_id": 1, "category_id": 1, "bbox": [\#($0 * 20), 0, 10, 10]}"#
    }.joined(separator: ",")
    let found = try await findings(many, "", kept: 3)
    #expect(found.total == 50 && found.items.count == 3)
  }

  @Test("that are kept are the first ones by image, from as many images as it takes")
  func firstOnes() async throws {
    let images = (1000..<1600).map { #"{"id": \#($0), "file_name": "\#($0).jpg"}"# }
    let one = (1000..<1600).map {
      #"{"id": \#($0), "image_id": \#($0), "category_id": 1, "bbox": [0, 0, 10, 10]}"#
    }
    let found = try await findings(
      one.joined(separator: ","),
      "",
      images: images.joined(separator: ","),
      kept: 300
    )
    #expect(found.total == 600)
    #expect(found.items.map(\.annotation) == (1000..<1300).map(String.init))
  }

  private func findings(
    _ a: String,
    _ b: String,
    images: String = #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}"#,
    kept: Int = 100
  ) async throws -> AuditReport.FindingSummary {
    let a = try await ExampleDataset.read(coco: coco(images: images, annotations: [a]))
    let b = try await ExampleDataset.read(coco: coco(images: images, annotations: [b]))
    let comparison = await Comparison(
      DatasetPairing(a.dataset, b.dataset),
      options: MatchingOptions(),
      threads: 1
    )
    return await DisagreementRun(
      settings: DisagreementSettings(),
      findingsPerRule: kept,
      threads: 2
    ).findings(in: comparison)
  }
}
