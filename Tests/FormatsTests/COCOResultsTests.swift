import Annotations
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("COCO results files")
struct COCOResultsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two images and two categories, one of whose ids is a text.
  private func reference() async throws -> Dataset {
    try await COCOText.read(
      COCOText.file(
        images: [
          COCOText.image, #"{"id": "b", "file_name": "b.jpg", "rater_list": ["ann"]}"#,
        ],
        categories: [COCOText.category, #"{"id": 9, "name": "dog"}"#]
      )
    ).dataset
  }

  private func read(_ records: String, threads: Int = 1) async throws -> ReadResult {
    try await COCOFormat.readResults(
      folder.write("results.json", records),
      against: reference(),
      threads: threads
    )
  }

  private static let valid =
    #"{"image_id": 1, "category_id": 9, "bbox": [1, 2, 3, 4], "score": 0.5}"#

  @Test("are predictions on the images and categories of the data set, row by row")
  func valid() async throws {
    let other = #"{"image_id": "b", "category_id": 7, "bbox": [5, 6, 7, 8], "score": 1, "id": 12}"#
    let result = try await read("[\(other),\n \(Self.valid)]")
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(dataset.images.fileNames == ["a.jpg", "b.jpg"])
    #expect(dataset.categories.names == ["cat", "dog"])
    #expect(dataset.annotations.images == [0, 1])
    #expect(dataset.annotations.categories == [1, 0])
    #expect(dataset.annotations.scores == [0.5, 1])
    #expect(dataset.annotations.ids == [.absent, .number(12)])
    #expect(dataset.annotations.boxes[0] == Box(x: 1, y: 2, width: 3, height: 4))
    #expect(dataset.text(of: dataset.annotations.imageIDs[1]) == "b")
    // The list's second record stands on line 2, and the image in the file of the data set.
    #expect(dataset.annotations.places[0].line == 2)
    #expect(dataset.files == ["results.json", "train.json"])
    #expect(dataset.images.places.map(\.file) == [1, 1])
    #expect(dataset.categories.places.map(\.file) == [1, 1])
  }

  @Test("are of a model that looked at every image")
  func assignment() async throws {
    let dataset = try await read("[\(Self.valid)]").dataset
    #expect((0..<2).allSatisfy { dataset.wasAssigned(image: $0) })
  }

  @Test("may lack a box where an outline or keypoints give one, and say so")
  func derived() async throws {
    let start = #"{"image_id": 1, "category_id": 7, "score": 0.5, "#
    let dataset = try await read(
      """
      [\(start)"segmentation": [[1, 2, 11, 2, 11, 22]]},
      \(start)"keypoints": [5, 6, 0.7, 15, 3, 0.1], "bbox": []}]
      """
    ).dataset
    #expect(
      dataset.annotations.boxes == [
        Box(x: 1, y: 2, width: 10, height: 20), Box(x: 5, y: 3, width: 10, height: 3),
      ]
    )
    #expect(dataset.annotations.flags == [.derivedBox, .derivedBox])
  }

  @Test(
    "are put aside with their place where they cannot be used",
    arguments: [
      (
        #"{"image_id": 2, "category_id": 7, "bbox": [1, 2, 3, 4], "score": 0.5}"#,
        "'image_id' 2 names no image of the data set"
      ),
      (
        #"{"image_id": "1", "category_id": 7, "bbox": [1, 2, 3, 4], "score": 0.5}"#,
        "'image_id' '1' names no image of the data set"
      ),
      (
        #"{"image_id": 1, "category_id": 8, "bbox": [1, 2, 3, 4], "score": 0.5}"#,
        "'category_id' 8 names no category of the data set"
      ),
      (
        #"{"image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4]}"#,
        "'score' is missing; expected the confidence of the result in 0…1"
      ),
      (
        #"{"image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4], "score": 87}"#,
        "'score' must be a confidence in 0…1, found 87.0"
      ),
      (
        #"{"image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4], "score": NaN}"#,
        "'score' holds NaN; expected a finite number"
      ),
      (
        #"{"image_id": 1, "category_id": 7, "bbox": [], "score": 0.5}"#,
        "'bbox' is missing; expected [x, y, width, height] or a 'segmentation'"
      ),
      (
        #"{"image_id": 1, "caption": "a cat"}"#,
        "'category_id' is missing; expected the id of a category"
      ),
      ("7", "an element of 'results' must be an object, found a number"),
    ]
  )
  func unusable(record: String, problem: String) async throws {
    let result = try await read("[\(Self.valid),\n  \(record),\n\(Self.valid)]")
    #expect(result.dataset.annotations.count == 2)
    #expect(
      result.quarantined == [
        Quarantined(file: "results.json", line: 2, column: 3, pointer: "/1", problem: problem)
      ]
    )
  }

  @Test("may be none: a model that found nothing")
  func empty() async throws {
    let result = try await read(" [ ] ")
    #expect(result.dataset.annotations.count == 0)
    #expect(result.dataset.images.count == 2)
  }

  @Test("end with an error and its place where the bytes stop being JSON")
  func malformed() async throws {
    for (text, end) in [
      ("[\(Self.valid),]", "results.json:1:71: trailing ',' before ']'"),
      ("[\(Self.valid)", "results.json:1:71: the file ends here; expected ',' or ']'"),
      ("[]\n7", "results.json:2:1: found '7'; expected the end of the file"),
      ("{}", "expected a list of results with 'image_id', 'category_id' and 'score'"),
    ] {
      let error = await #expect(throws: FormatError.self) { try await read(text) }
      #expect(error?.description.hasSuffix(end) == true, "\(text): \(error.debugDescription)")
    }
  }

  @Test("are the same on any number of threads, in pieces of any size")
  func threads() async throws {
    let records = (0..<5000).map {
      #"{"image_id": \#($0 % 3), "category_id": \#($0 % 2 == 0 ? 7 : 9), "score": 0.\#($0), "#
        + #""bbox": [\#($0), 2, 3, 4], "annotator": "m\#($0 % 5)"}"#
    }
    let text = "[\(records.joined(separator: ",\n"))]"
    let (one, four) = try await (read(text), read(text, threads: 4))
    #expect(one.quarantined.count > 3000)
    #expect(one.quarantined == four.quarantined)
    #expect(one.dataset.annotations.boxes == four.dataset.annotations.boxes)
    #expect(one.dataset.annotations.annotators == four.dataset.annotations.annotators)
    #expect(one.dataset.annotations.places == four.dataset.annotations.places)
    #expect(one.sha256 == four.sha256)
  }

  @Test("need a data set whose images and categories have ids")
  func withoutIDs() async throws {
    let path = try folder.write("results.json", "[]")
    let voc = try await VOCSample.read(["a.xml": VOCSample.file()]).dataset
    let error = await #expect(throws: FormatError.self) {
      try await COCOFormat.readResults(path, against: voc, threads: 1)
    }
    #expect(error?.description.contains("by id, which the voc data set does not have") == true)
  }

  @Test("are known by the first record of their list")
  func recognised() throws {
    for (text, isResults) in [
      ("[\(Self.valid)]", true), ("\u{FEFF}[]", true), (#"[{"data": {"image": "a"}}]"#, false),
      ("[1]", false), ("[", false), ("{}", false), (COCOText.file(), false),
    ] {
      #expect(try COCOFormat.holdsResults(folder.write("a.json", text)) == isResults, "\(text)")
    }
  }
}
