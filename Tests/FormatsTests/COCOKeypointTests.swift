import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Keypoints, scores and splits of a COCO file")
struct COCOKeypointTests {
  private func problem(_ text: String) async throws -> [String] {
    try await COCOText.read(text).quarantined.map { "\($0.pointer) \($0.problem)" }
  }

  private func category(_ members: String) -> String {
    COCOText.file(categories: [#"{"id": 7, "name": "cat", \#(members)}"#])
  }

  @Test("keep the place and the visibility of every keypoint, in order")
  func keypoints() async throws {
    let members = [
      #""keypoints": [1.5, 2, 2, 3, 4, 1, 0, 0, 0.0]"#, #""keypoints": []"#,
      #""keypoints": null"#, #""num_keypoints": 0"#, #""keypoints": [9, 8, 2]"#,
    ]
    let rows = members.map { "{\($0), " + COCOText.annotation.dropFirst() }
    let result = try await COCOText.read(COCOText.file(annotations: rows))
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    let none = AnnotationTable.noKeypoints
    #expect(dataset.annotations.keypointRows == [0, none, none, none, 1])
    #expect(
      Array(dataset.keypoints(ofAnnotation: 0)) == [
        Keypoint(x: 1.5, y: 2, visibility: .visible), Keypoint(x: 3, y: 4, visibility: .occluded),
        Keypoint(x: 0, y: 0, visibility: .unlabelled),
      ]
    )
    #expect(dataset.keypoints(ofAnnotation: 1).isEmpty)
    #expect(
      Array(dataset.keypoints(ofAnnotation: 4)) == [Keypoint(x: 9, y: 8, visibility: .visible)]
    )
  }

  @Test(
    "refuse keypoints that cannot be read, and say why",
    arguments: [
      (
        #""keypoints": [1, 2, 2, 3]"#,
        "'keypoints' must be [x, y, v, …], three numbers a keypoint, found 4 in all"
      ),
      (
        #""keypoints": [1, 2, "2"]"#,
        "'keypoints' must be [x, y, v, …], three numbers a keypoint, found a text in it"
      ),
      (
        #""keypoints": {"nose": [1, 2, 2]}"#,
        "'keypoints' must be [x, y, v, …], three numbers a keypoint, found an object"
      ),
      (#""keypoints": [1, 2, NaN]"#, "'keypoints' holds NaN; expected a finite number"),
      (
        #""keypoints": [1, 2, 2, 3, 4, 0.5]"#,
        "the visibility of a keypoint must be 0, 1 or 2, found 0.5 at keypoint 2"
      ),
      (
        #""keypoints": [1, 2, -1]"#,
        "the visibility of a keypoint must be 0, 1 or 2, found -1.0 at keypoint 1"
      ),
      (
        #""keypoints": [1, 2, 3]"#,
        "the visibility of a keypoint must be 0, 1 or 2, found 3.0 at keypoint 1"
      ),
      (#""score": "0.9""#, "'score' must be a number, found a text"),
    ]
  )
  func refused(members: String, expected: String) async throws {
    let text = COCOText.file(withMembers: members)
    #expect(try await problem(text) == ["/annotations/0 \(expected)"])
    #expect(try await COCOText.read(text).dataset.keypoints.count == 0)
  }

  @Test("take a confidence behind the place of a predicted keypoint, wherever its score stands")
  func predictions() async throws {
    for members in [
      #""keypoints": [1, 2, 0.5, 3, 4, 1], "score": 0.25"#,
      #""score": 0.25, "keypoints": [1, 2, 0.5, 3, 4, 1]"#,
    ] {
      let result = try await COCOText.read(COCOText.file(withMembers: members))
      #expect(result.quarantined.isEmpty)
      #expect(result.dataset.annotations.scores == [0.25])
      let visibilities = result.dataset.keypoints(ofAnnotation: 0).map(\.visibility)
      #expect(visibilities == [.visible, .occluded])
    }
  }

  @Test("have no score where the file gives none")
  func noScore() async throws {
    #expect(try await COCOText.read(COCOText.file()).dataset.annotations.scores == [nil])
    let text = COCOText.file(withMembers: #""score": null"#)
    #expect(try await COCOText.read(text).dataset.annotations.scores == [nil])
  }

  @Test("keep a category's names and limbs, which the file counts from 1")
  func skeleton() async throws {
    for members in [
      #""keypoints": ["nose", "ear", "tail"], "skeleton": [[1, 2], [3, 1]]"#,
      #""skeleton": [[1, 2], [3, 1]], "keypoints": ["nose", "ear", "tail"]"#,
    ] {
      let result = try await COCOText.read(category(members))
      #expect(result.quarantined.isEmpty)
      let categories = result.dataset.categories
      #expect(categories.keypointNames.count == 1)
      let names = categories.keypointNames[0].map { result.dataset.strings[$0] }
      #expect(names == ["nose", "ear", "tail"])
      #expect(Array(categories.skeletons[0]) == [Limb(from: 0, to: 1), Limb(from: 2, to: 0)])
    }
    let bare = try await COCOText.read(category(#""keypoints": null, "skeleton": []"#)).dataset
    #expect(bare.categories.keypointNames[0].isEmpty)
    #expect(bare.categories.skeletons[0].isEmpty)
  }

  @Test(
    "refuse a skeleton that is no list of pairs of positions",
    arguments: [
      (
        #""keypoints": ["a", "b"], "skeleton": [[1, 2], [2, 1e300]]"#,
        "'skeleton' must join keypoints by their positions, found 2.0 and 1e+300"
      ),
      (
        #""keypoints": ["a", "b"], "skeleton": [[1.5, 1]]"#,
        "'skeleton' must join keypoints by their positions, found 1.5 and 1.0"
      ),
      (
        #""keypoints": ["a", "b"], "skeleton": [[1, 2, 1]]"#,
        "'skeleton' must be a list of pairs of keypoints [[1, 2], …], found a limb that is no pair of numbers"
      ),
      (
        #""skeleton": [1, 2]"#,
        "'skeleton' must be a list of pairs of keypoints [[1, 2], …], found a number in it"
      ),
      (
        #""keypoints": [1]"#, "'keypoints' of a category must be names, found a number in it"
      ),
      (#""keypoints": "nose""#, "'keypoints' must be a list of names, found a text"),
    ]
  )
  func refusedSkeleton(members: String, expected: String) async throws {
    #expect(try await problem(category(members)) == ["/categories/0 \(expected)"])
  }

  @Test("keep a limb that joins keypoints without a name, for a rule to see")
  func limbsOutside() async throws {
    let members = #""keypoints": ["a", "b"], "skeleton": [[0, 3], [-2147483648, 2147483647]]"#
    let result = try await COCOText.read(category(members))
    #expect(result.quarantined.isEmpty)
    #expect(
      Array(result.dataset.categories.skeletons[0]) == [
        Limb(from: -1, to: 2), Limb(from: -2_147_483_649, to: 2_147_483_646),
      ]
    )
  }

  @Test("name the split of an image where the file does")
  func splits() async throws {
    let images = [
      #"{"id": 1, "file_name": "a.jpg", "split": "val"}"#, #"{"id": 2, "file_name": "b.jpg"}"#,
      #"{"id": 3, "file_name": "c.jpg", "split": null}"#,
    ]
    let dataset = try await COCOText.read(COCOText.file(images: images)).dataset
    let names = dataset.images.splits.map { $0.map { dataset.strings[$0] } }
    #expect(names == ["val", nil, nil])
  }
}
