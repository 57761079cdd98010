import Annotations
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("COCO panoptic")
struct COCOPanopticTests {
  private static let person =
    #"{"id": 300, "category_id": 7, "area": 9, "bbox": [1, 2, 3, 4], "iscrowd": 0}"#

  private static func record(_ segments: String..., image: Int = 1) -> String {
    """
    {"image_id": \(image), "file_name": "a.png", "segments_info": [
    \(segments.joined(separator: ",\n  "))]}
    """
  }

  private func read(_ records: String..., threads: Int = 1) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    let text = COCOText.file(
      images: [COCOText.image, #"{"id": 2, "file_name": "b.jpg"}"#],
      annotations: records
    )
    return try await COCOFormat.read(folder.write("train.json", text), threads: threads)
  }

  @Test("gives every segment as an annotation of its image, whose mask is elsewhere")
  func segments() async throws {
    let crowd = #"{"id": 301, "category_id": 7, "area": 2, "bbox": [5, 6, 7, 8], "iscrowd": 1}"#
    let result = try await read(Self.record(Self.person, crowd), Self.record(Self.person, image: 2))
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(dataset.format == .cocoPanoptic)
    #expect(dataset.annotations.images == [0, 0, 1])
    #expect(dataset.annotations.categories == [0, 0, 0])
    #expect(
      dataset.annotations.boxes == [
        Box(x: 1, y: 2, width: 3, height: 4), Box(x: 5, y: 6, width: 7, height: 8),
        Box(x: 1, y: 2, width: 3, height: 4),
      ]
    )
    #expect(dataset.annotations.statedAreas == [9, 2, 9])
    #expect(
      dataset.annotations.flags == [
        .outlineElsewhere, [.outlineElsewhere, .crowd], .outlineElsewhere,
      ]
    )
    // A segment's id is a colour of its image's PNG: unique within the image only.
    let ids = dataset.annotations.ids.map { dataset.text(of: $0) }
    #expect(ids == ["1/300", "1/301", "2/300"])
    // `annotations` starts on line 3, its records on line 4; each record has its list on the next line.
    #expect(dataset.annotations.places.map(\.line) == [5, 6, 8])
    #expect(dataset.annotations.places.map(\.column) == [1, 3, 1])
    #expect(dataset.annotations.places.map(\.index) == [0, 0, 1])
  }

  @Test("is an image without objects where the list is empty")
  func empty() async throws {
    let result = try await read(Self.record())
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.annotations.count == 0)
  }

  @Test(
    "puts a segment aside and keeps the others",
    arguments: [
      ("7", "a segment must be an object, found a number"),
      (
        #"{"id": 1, "bbox": [1, 2, 3, 4]}"#,
        "'category_id' is missing; expected the id of a category"
      ),
      (
        #"{"id": 1, "category_id": 7}"#,
        "'bbox' is missing; expected [x, y, width, height], as masks in PNG are not read"
      ),
      (
        #"{"id": 1, "category_id": 7, "bbox": [1, 2, 3]}"#,
        "'bbox' must be [x, y, width, height], found 3 numbers"
      ),
      (
        #"{"id": 1, "category_id": 7, "bbox": [1, 2, 3, NaN]}"#,
        "'bbox' holds NaN; expected a finite number"
      ),
      (
        #"{"id": 1, "id": 1, "category_id": 7, "bbox": [1, 2, 3, 4]}"#,
        "'id' is given twice; expected once"
      ),
    ]
  )
  func unusable(segment: String, problem: String) async throws {
    let result = try await read(Self.record(Self.person, segment, Self.person))
    #expect(result.dataset.annotations.count == 2)
    #expect(
      result.quarantined == [
        Quarantined(
          file: "train.json",
          line: 6,
          column: 3,
          pointer: "/annotations/0/segments_info/1",
          problem: problem
        )
      ]
    )
  }

  @Test("puts aside a record whose list is no list, or that names no image")
  func unusableRecord() async throws {
    let result = try await read(
      #"{"image_id": 1, "segments_info": {}}"#,
      #"{"file_name": "a.png", "segments_info": []}"#
    )
    #expect(
      result.quarantined.map(\.problem) == [
        "'segments_info' must be a list of segments, found an object",
        "'image_id' is missing; expected the id of an image",
      ]
    )
  }

  @Test("is the same in pieces of any size, problems included")
  func pieces() async throws {
    let folder = try TemporaryFolder()
    let records = (0..<300).map { Self.record(Self.person, "\($0)", Self.person, image: $0 % 3) }
    let path = try folder.write("train.json", COCOText.file(annotations: records))
    let whole = try await COCOFormat.read(path, threads: 1)
    #expect(whole.quarantined.count == 300)
    #expect(whole.dataset.annotations.count == 600)
    for size in [100, 1000, 7777] {
      var plan = ReadingPlan(threads: 3)
      plan.pieceSize = size
      let cut = try await COCOFormat.read(path, plan: plan)
      #expect(cut.quarantined == whole.quarantined)
      #expect(cut.dataset.annotations.places == whole.dataset.annotations.places)
      #expect(
        cut.dataset.annotations.ids.map { cut.dataset.text(of: $0) }
          == whole.dataset.annotations.ids.map { whole.dataset.text(of: $0) }
      )
    }
  }
}
