import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("The quarantine of the COCO reader")
struct COCOQuarantineTests {
  @Test("has file, line, column, pointer and reason, and the rest of the file is read")
  func place() async throws {
    let bad = COCOText.annotation.replacing("[1, 2, 3, 4]", with: "[1, 2, 3]")
    let text = COCOText.file(annotations: [COCOText.annotation, bad, COCOText.annotation])
    let result = try await COCOText.read(text)
    #expect(
      result.quarantined == [
        Quarantined(
          file: "train.json",
          line: 5,
          column: 1,
          pointer: "/annotations/1",
          problem: "'bbox' must be [x, y, width, height], found 3 numbers"
        )
      ]
    )
    #expect(result.dataset.annotations.places.map(\.index) == [0, 2])
  }

  @Test(
    "takes annotations that cannot be used",
    arguments: [
      ("7", "an element of 'annotations' must be an object, found a number"),
      ("null", "an element of 'annotations' must be an object, found null"),
      ("[[1]]", "an element of 'annotations' must be an object, found a list"),
      (
        #"{"category_id": 7, "bbox": [0,0,1,1]}"#,
        "'image_id' is missing; expected the id of an image"
      ),
      (
        #"{"image_id": 1, "bbox": [0,0,1,1]}"#,
        "'category_id' is missing; expected the id of a category"
      ),
      (
        #"{"image_id": 1, "category_id": 7}"#,
        "'bbox' is missing; expected [x, y, width, height] or a 'segmentation'"
      ),
      ("{}", "'image_id' is missing; expected the id of an image"),
    ]
  )
  func unusable(record: String, problem: String) async throws {
    try await expect(problem, in: COCOText.file(annotations: [record, COCOText.annotation]))
  }

  @Test(
    "takes annotations with a value of a wrong kind",
    arguments: [
      (#""id": 3.5"#, "'id' must be an integer or a text, found 3.5"),
      (#""id": [1]"#, "'id' must be an integer or a text, found a list"),
      (#""id": 1e30"#, "'id' must be an integer or a text, found 1e30"),
      (#""area": "12""#, "'area' must be a number, found a text"),
      (#""iscrowd": "no""#, "'iscrowd' must be 0 or 1, found a text"),
      (#""ignore": {}"#, "'ignore' must be 0 or 1, found an object"),
      (#""x": 1, "x": 1"#, "'x' is given twice; expected once"),
      (#""area": 1, "y": 2, "area": 1"#, "'area' is given twice; expected once"),
      (#""y": 2, "\u0079": 2"#, "'y' is given twice; expected once"),
      (#""attributes": {"a": 1, "a": 2}"#, "'a' is given twice in 'attributes'; expected once"),
      (
        #""attributes": {"rater_id": 1, "rater_id": 2}"#,
        "'rater_id' is given twice in 'attributes'; expected once"
      ),
      (#""area": NaN"#, "'area' holds NaN; expected a finite number"),
      (#""area": 1e999"#, "'area' holds 1e999; expected a finite number"),
      (#""id": Infinity"#, "'id' holds Infinity; expected a finite number"),
      (#""quality": [0, {"a": -Infinity}]"#, "'quality' holds -Infinity; expected a finite number"),
      (#""attributes": {"depth": NaN}"#, "'depth' holds NaN; expected a finite number"),
      (#""lead_time": NaN"#, "'lead_time' holds NaN; expected a finite number"),
      (
        #""segmentation": [[1, 2, NaN, 4, 5, 6]]"#,
        "'segmentation' holds NaN; expected a finite number"
      ),
      (#""segmentation": [NaN]"#, "'segmentation' holds NaN; expected a finite number"),
      (
        #""segmentation": {"counts": [NaN], "size": [1, 1]}"#,
        "'counts' holds NaN; expected a finite number"
      ),
    ]
  )
  func wrongKind(members: String, problem: String) async throws {
    let bad = "{\(members), " + #""image_id": 1, "category_id": 7, "bbox": [0,0,1,1]}"#
    try await expect(problem, in: COCOText.file(annotations: [bad, COCOText.annotation]))
  }

  @Test(
    "takes annotations whose box is none",
    arguments: [
      ("[]", "[x, y, width, height], found 0 numbers"),
      ("[1]", "[x, y, width, height], found 1 number"),
      ("[1, 2, 3, 4, 0.5]", "[x, y, width, height], found 5 numbers"),
      ("[1, 2, \"3\", 4]", "[x, y, width, height], found a text in it"),
      ("[1, [2], 3, 4]", "[x, y, width, height], found a list in it"),
      ("[1, null, 3, 4]", "[x, y, width, height], found null in it"),
      ("{\"x\": 1}", "[x, y, width, height], found an object"),
      ("\"1 2 3 4\"", "[x, y, width, height], found a text"),
    ]
  )
  func boxes(value: String, problem: String) async throws {
    let bad = COCOText.annotation.replacing("[1, 2, 3, 4]", with: value)
    try await expect(
      "'bbox' must be \(problem)",
      in: COCOText.file(annotations: [bad, COCOText.annotation])
    )
  }

  @Test("names a NaN in a box")
  func nonFiniteBox() async throws {
    let bad = COCOText.annotation.replacing("[1, 2, 3, 4]", with: "[1, NaN, 3, 4]")
    try await expect(
      "'bbox' holds NaN; expected a finite number",
      in: COCOText.file(annotations: [bad, COCOText.annotation])
    )
  }

  @Test(
    "takes references of a wrong kind",
    arguments: [("image_id", "null", "null"), ("category_id", "[7]", "a list")]
  )
  func references(key: String, value: String, found: String) async throws {
    let bad = COCOText.annotation.replacing("\"\(key)\": ", with: "\"\(key)\": \(value), \"x\": ")
    try await expect(
      "'\(key)' must be an integer or a text, found \(found)",
      in: COCOText.file(annotations: [bad, COCOText.annotation])
    )
  }

  @Test(
    "takes images that cannot be used",
    arguments: [
      (#"{"file_name": "a"}"#, "an image has no 'id'; expected an integer or a text"),
      (#"{"id": null, "file_name": "a"}"#, "'id' must be an integer or a text, found null"),
      (#"{"id": 2}"#, "an image has no 'file_name'; expected a text"),
      (#"{"id": 2, "file_name": 3}"#, "'file_name' must be a text, found a number"),
      (
        #"{"id": 2, "file_name": "a", "width": NaN}"#, "'width' holds NaN; expected a finite number"
      ),
      (
        #"{"id": 2, "file_name": "a", "rater_list": "r1"}"#,
        "'rater_list' must be a list of names, found a text"
      ),
      (
        #"{"id": 2, "file_name": "a", "not_exhaustive_category_ids": 3}"#,
        "'not_exhaustive_category_ids' must be a list of ids, found a number"
      ),
      ("\"a.jpg\"", "an element of 'images' must be an object, found a text"),
    ]
  )
  func images(record: String, problem: String) async throws {
    let result = try await COCOText.read(COCOText.file(images: [COCOText.image, record]))
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.quarantined.map(\.pointer) == ["/images/1"])
    #expect(result.dataset.images.count == 1)
    #expect(result.dataset.images.assigned.count == 1)
    #expect(result.dataset.images.notExhaustive.count == 1)
  }

  @Test(
    "takes categories that cannot be used",
    arguments: [
      (#"{"name": "a"}"#, "a category has no 'id'; expected an integer or a text"),
      (#"{"id": 2}"#, "a category has no 'name'; expected a text"),
      (#"{"id": 2, "name": null}"#, "'name' must be a text, found null"),
    ]
  )
  func categories(record: String, problem: String) async throws {
    let result = try await COCOText.read(COCOText.file(categories: [COCOText.category, record]))
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.quarantined.map(\.pointer) == ["/categories/1"])
    #expect(result.dataset.categories.count == 1)
  }

  @Test("names a token that is no number outside of all records")
  func elsewhere() async throws {
    let text = "{\"a/b~\": {\"c\": [NaN]},\n " + COCOText.file().dropFirst()
    let result = try await COCOText.read(text)
    #expect(result.quarantined.map(\.pointer) == ["/a~1b~0"])
    #expect(result.quarantined.map(\.line) == [1])
    #expect(result.dataset.annotations.count == 1)
  }

  @Test("finds a key given twice among very many")
  func manyKeys() async throws {
    let keys = (0..<50_000).map { "\"k\($0)\": 0" }
    let unique = COCOText.file(withMembers: keys.joined(separator: ","))
    #expect(try await COCOText.read(unique).quarantined.isEmpty)
    let twice = COCOText.file(withMembers: (keys + [keys[40_000]]).joined(separator: ","))
    let result = try await COCOText.read(twice)
    #expect(result.quarantined.map(\.problem) == ["'k40000' is given twice; expected once"])
  }

  private func expect(_ problem: String, in text: String) async throws {
    let result = try await COCOText.read(text)
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.quarantined.map(\.pointer) == ["/annotations/0"])
    #expect(result.dataset.annotations.places.map(\.index) == [1])
  }
}
