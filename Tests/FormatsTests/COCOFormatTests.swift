import Annotations
import Formats
import Geometry
import TestSupport
import Testing

@Suite("Reading COCO")
struct COCOFormatTests {
  /// A document with one image, one category and these annotations.
  private static func document(_ annotations: String) -> String {
    """
    {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 80}],
     "categories": [{"id": 5, "name": "cat", "supercategory": "animal"}],
     "annotations": [\(annotations)]}
    """
  }

  private func read(_ text: String) async throws -> ReadResult {
    try await read(bytes: Array(text.utf8))
  }

  private func read(bytes: [UInt8]) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    return try await COCOFormat.read(try folder.write("a.json", bytes), threads: 1)
  }

  @Test("keeps what a record says, in columns grouped by image")
  func columns() async throws {
    let result = try await read(
      Self.document(
        """
        {"id": 7, "image_id": 1, "category_id": 5, "bbox": [1, 2.5, 3, 4], "area": 11.5, "iscrowd": 0,
         "ignore": 1, "segmentation": [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]],
         "attributes": {"occluded": true, "colour": "red", "size": 2, "worker_id": "w9"},
         "annotator": "anna", "lead_time": 3.5}
        """
      )
    )
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(dataset.annotations.ids == [.number(7)])
    #expect(dataset.annotations.boxes == [Box(x: 1, y: 2.5, width: 3, height: 4)])
    #expect(dataset.annotations.statedAreas == [11.5])
    #expect(dataset.annotations.flags == [[.ignore, .occluded]])
    #expect(dataset.annotations.seconds == [3.5])
    #expect(dataset.annotators == ["anna"])
    #expect(dataset.annotations.segmentations == [.polygons(0..<2)])
    #expect(Array(dataset.segmentation.rings[1]) == [7, 8, 9, 10, 11, 12])
    let attributes = dataset.attributes(ofAnnotation: 0).map { dataset.strings[$0.name] }
    #expect(attributes == ["occluded", "colour", "size", "worker_id"])
    #expect(dataset.categories.supercategories == ["animal"])
    #expect(dataset.images.sizes == [ImageSize(width: 100, height: 80)])
  }

  @Test("takes the lists in any order and ids of any kind")
  func orderAndIDs() async throws {
    let dataset = try await read(
      """
      {"annotations": [{"image_id": "b", "category_id": 0, "bbox": [0, 0, 1, 1]},
                       {"id": 123456789012345678901234567890, "image_id": "a", "category_id": 0.0,
                        "bbox": [0, 0, 1, 1]}],
       "info": {"x": [1, {"y": null}]}, "categories": [{"id": 0, "name": "cat"}],
       "images": [{"id": "a", "file_name": "a.jpg"}, {"id": "b", "file_name": "b.jpg"}]}
      """
    ).dataset
    #expect(dataset.annotations.images == [0, 1])
    #expect(dataset.annotations.categories == [0, 0])
    #expect(dataset.text(of: dataset.annotations.ids[0]) == "123456789012345678901234567890")
    #expect(dataset.annotations.ids[1] == .absent)
  }

  @Test("keeps annotations of undeclared images and categories, behind all others")
  func dangling() async throws {
    let dataset = try await read(
      Self.document(
        """
        {"id": 1, "image_id": 9, "category_id": 5, "bbox": [0, 0, 1, 1]},
        {"id": 2, "image_id": 1, "category_id": 6, "bbox": [0, 0, 1, 1]}
        """
      )
    ).dataset
    #expect(dataset.strays == 1..<2)
    #expect(dataset.annotations.imageIDs[1] == .number(9))
    #expect(dataset.annotations.categories[0] == AnnotationTable.noCategory)
  }

  @Test(
    "puts a record that cannot be used into quarantine and reads the rest",
    arguments: [
      (#"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3]}"#, "found 3 numbers"),
      (#"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, "4"]}"#, "found a string"),
      (#"{"id": 1, "image_id": 1, "category_id": 5, "bbox": {"x": 1}}"#, "found an object"),
      (#"{"id": 1, "image_id": 1, "category_id": 5}"#, "'bbox' is missing"),
      (#"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [NaN, 1, 1, 1]}"#, "NaN"),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [0, 1, 1, 1], "x": {"y": [-Infinity]}}"#,
        "Infinity"
      ),
      (
        #"{"id": 1, "image_id": null, "category_id": 5, "bbox": [1, 2, 3, 4]}"#,
        "'image_id' must be"
      ),
      (#"{"id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}"#, "'image_id' is missing"),
      (#"{"id": 1.5, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}"#, "'id' must be"),
      (
        #"{"id": 1, "id": 2, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}"#,
        "'id' is given twice"
      ),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4], "iscrowd": "yes"}"#,
        "'iscrowd' must be"
      ),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4], "segmentation": [1, 2, 3, 4]}"#,
        "list of polygons"
      ),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4], "segmentation": [[1, 2, 3]]}"#,
        "3 numbers"
      ),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4], "segmentation": {"counts": [1, 2], "size": [2, 2]}}"#,
        "add up to 3"
      ),
      (
        #"{"id": 1, "image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4], "segmentation": {"counts": "~", "size": [2, 2]}}"#,
        "'counts' must be"
      ),
      ("17", "an object was expected"),
      ("[{}]", "an object was expected"),
    ]
  )
  func quarantine(record: String, problem: String) async throws {
    let good = #"{"id": 2, "image_id": 1, "category_id": 5, "bbox": [0, 0, 9, 9]}"#
    let result = try await read(Self.document("\n   \(record),\n\(good)"))
    #expect(result.dataset.annotations.ids == [.number(2)])
    #expect(result.quarantined.count == 1)
    let record = try #require(result.quarantined.first)
    #expect(record.problem.contains(problem), "\(record.problem)")
    #expect((record.line, record.column) == (4, 4))
    #expect(record.pointer == "/annotations/0")
    #expect(result.dataset.segmentation.rings.count == 0)
  }

  @Test("quarantines images without a name and categories without an id, too")
  func otherQuarantine() async throws {
    let result = try await read(
      #"{"images": [{"id": 1}, {"id": [], "file_name": "x"}], "categories": [{"name": "cat"}, 3], "annotations": []}"#
    )
    #expect(
      result.quarantined.map(\.pointer) == [
        "/images/0", "/images/1", "/categories/0", "/categories/1",
      ]
    )
  }

  @Test(
    "says where a file stops being COCO",
    arguments: [
      ("{\"images\": [],\n \"annotations\": [1, 2,]}", 2, 23, "a value was expected"),
      ("[]", 1, 1, "a list stands here"),
      ("{\"images\": []}", 1, 1, "no 'annotations'"),
      ("{\"images\": [], \"images\": [], \"annotations\": []}", 1, 16, "given twice"),
      ("{\"images\": [], \"annotations\": []} x", 1, 35, "nothing was expected"),
      ("{\"images\": {}, \"annotations\": []}", 1, 12, "must be a list"),
      ("   ", 1, 4, "the file ends here"),
      ("{\"images\": [], \"annotations\": [\n", 2, 1, "the file ends here"),
    ]
  )
  func malformed(text: String, line: Int, column: Int, problem: String) async throws {
    do {
      _ = try await read(text)
      Issue.record("it was read")
    } catch let error as FormatError {
      guard case .malformed(_, let foundLine, let foundColumn, let foundProblem) = error else {
        Issue.record("\(error)")
        return
      }
      #expect((foundLine, foundColumn) == (line, column), "\(error)")
      #expect(foundProblem.contains(problem), "\(error)")
    }
  }

  @Test("reads past a byte order mark and refuses UTF-16")
  func encodings() async throws {
    let text = Array(Self.document("").utf8)
    #expect(try await read(bytes: [0xef, 0xbb, 0xbf] + text).dataset.images.count == 1)
    let utf16: [UInt8] = [0xff, 0xfe] + text.flatMap { [$0, 0] }
    await #expect(throws: FormatError.self) { try await self.read(bytes: utf16) }
    let bare: [UInt8] = text.flatMap { [$0, 0] }
    await #expect(throws: FormatError.self) { try await self.read(bytes: bare) }
  }

  @Test("gives an error or a result for a file cut at any byte, and never more than it says")
  func truncation() async throws {
    let bytes = Array(Self.rich.utf8)
    for length in 0..<bytes.count {
      await #expect(throws: FormatError.self) {
        try await self.read(bytes: Array(bytes[..<length]))
      }
    }
  }

  @Test("survives any flipped byte")
  func flips() async throws {
    let bytes = Array(Self.rich.utf8)
    for index in bytes.indices {
      for mask in [0x01, 0x20, 0x80] as [UInt8] {
        var flipped = bytes
        flipped[index] ^= mask
        guard let result = try? await read(bytes: flipped) else { continue }
        let records = result.dataset.annotations.count + result.quarantined.count
        #expect(records <= 5)
      }
    }
  }

  private static let rich = document(
    #"""
    {"id": 1, "image_id": 1, "category_id": 5, "bbox": [1.25, 2e1, 3, 4], "segmentation": [[1, 2, 3, 4, 5, 6]],
     "attributes": {"a": "\u00e9é😀", "b": null, "c": [1, {"d": false}]}},
    {"id": "x", "image_id": 1, "category_id": 5, "bbox": [-1, 0, 3, 4], "iscrowd": 1,
     "segmentation": {"counts": [2, 1, 1], "size": [2, 2]}, "area": NaN}
    """#
  )
}

@Suite(
  "Reading real COCO files",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct COCORealDataTests {
  private func read(_ path: String) async throws -> ReadResult {
    try await COCOFormat.read(SharedData.data(path), threads: 1)
  }

  @Test("reads TACO whole")
  func taco() async throws {
    let result = try await read("taco/instances.json")
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.images.count == 1500)
    #expect(result.dataset.annotations.count == 4784)
    #expect(result.dataset.categories.count == 60)
  }

  @Test("reads LVIS with its raters, and categories that are not exhaustive")
  func lvis() async throws {
    for (file, count, rater) in [("rater1", 1751, "r1"), ("rater2", 1770, "r2")] {
      let dataset = try await read("lvis200/\(file).json").dataset
      #expect(dataset.annotations.count == count)
      #expect(dataset.categories.count == 1203)
      #expect(dataset.usedAnnotators.map { dataset.annotators[Int($0)] } == [rater])
      #expect(dataset.images.hasAssignment.allSatisfy { $0 })
      // Counted with Python's json: 67 ids over all images, 46 of them of declared categories.
      #expect(dataset.images.notExhaustive.elements.count == 46)
    }
  }

  @Test("keeps run-length masks, written out and compressed")
  func masks() async throws {
    for (file, crowds) in [
      ("coco100/instances_val2014_100.json", 9),
      ("panoptic/panoptic_coco_detection_format.json", 3),
    ] {
      let dataset = try await read(file).dataset
      let table = dataset.annotations
      var areas: [Int] = []
      var stated: [Double] = []
      #expect(table.flags.count { $0.contains(.crowd) } == crowds)
      for row in 0..<table.count {
        guard case .mask(let mask) = table.segmentations[row] else { continue }
        areas.append(dataset.segmentation.maskArea(mask))
        stated.append(table.statedAreas[row] ?? -1)
      }
      if file.hasPrefix("panoptic") {
        #expect(areas.map(Double.init) == stated)
      } else {
        // Every second run, added up with Python; COCO states other areas for its crowds.
        #expect(
          areas.sorted() == [467, 5400, 6341, 6698, 10513, 19830, 31490, 38731, 133271]
        )
      }
    }
  }

  @Test("reads both COCO dialects of formats100 and a file with string ids")
  func others() async throws {
    #expect(try await read("formats100/coco_v1.json").dataset.annotations.count == 273)
    #expect(try await read("formats100/coco_v2.json").dataset.annotations.count == 273)
    let ignore = try await read("coco100/gt_ignore_test.json")
    #expect(ignore.dataset.annotations.count + ignore.quarantined.count == 14)
    // Its image has the id "2299", a string; 13 annotations name the number.
    #expect(ignore.dataset.strays.count == 13)
  }
}
