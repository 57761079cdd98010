import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Keypoints, scores and splits of a COCO file")
struct COCOKeypointTests {
  @Test("are read with their visibility, names and skeleton")
  func points() async throws {
    let result = try await COCOText.read(
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "split": "val"}],
       "categories": [{"id": 1, "name": "person", "keypoints": ["nose", "eye"],
                       "skeleton": [[1, 2], [0, 1], "x", [2]]}],
       "annotations": [
         {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 9], "score": 0.5,
          "keypoints": [1, 2.5, 2, 0, 0, 0]},
         {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 9], "keypoints": []}]}
      """
    )
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(
      Array(dataset.keypoints(ofAnnotation: 0)) == [
        Keypoint(x: 1, y: 2.5, visibility: .visible),
        Keypoint(x: 0, y: 0, visibility: .unlabelled),
      ]
    )
    #expect(dataset.keypoints(ofAnnotation: 1).isEmpty)
    #expect(dataset.annotations.scores == [0.5, nil])
    #expect(dataset.categories.keypointNames[0].map { dataset.strings[$0] } == ["nose", "eye"])
    #expect(Array(dataset.categories.skeletons[0]) == [Limb(from: 0, to: 1)])
    #expect(dataset.images.splits.map { $0.map { dataset.strings[$0] } } == ["val"])
  }

  @Test(
    "that are none are told with what was found",
    arguments: [
      ("[1, 2]", "'keypoints' must be a list of x, y, visibility, found 2 numbers"),
      ("[1, 2, 3]", "'keypoints' has the visibility 3.0; expected 0, 1 or 2"),
      ("[1, 2, 0.5]", "'keypoints' has the visibility 0.5; expected 0, 1 or 2"),
      (#"[1, "2", 0]"#, "'keypoints' must be a list of x, y, visibility, found a text in it"),
      ("7", "'keypoints' must be a list of x, y, visibility, found a number"),
    ]
  )
  func refused(value: String, problem: String) async throws {
    let result = try await COCOText.read(COCOText.file(withMembers: "\"keypoints\": \(value)"))
    #expect(result.quarantined.map(\.problem) == [problem])
  }

  @Test(
    "are those of the public samples",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage)),
    arguments: [("coco_keypoints", 14, 17, 19), ("crowdpose", 5, 14, 12)]
  )
  func samples(name: String, people: Int, keypoints: Int, limbs: Int) async throws {
    let path = SharedData.data("keypoints/\(name).json")
    let dataset = try await COCOFormat.read(path, threads: 1).dataset
    #expect(dataset.annotations.count == people)
    #expect(dataset.keypoints.count == people)
    #expect((0..<people).allSatisfy { dataset.keypoints[$0].count == keypoints })
    #expect(dataset.categories.keypointNames[0].count == keypoints)
    #expect(dataset.categories.skeletons[0].count == limbs)
  }
}
