import Annotations
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("The COCO reader")
struct COCOFormatTests {
  @Test("fills the columns, whatever the order of the lists and keys")
  func orders() async throws {
    let lists = [
      "\"images\": [\(COCOText.image)]",
      "\"annotations\": [{\"bbox\": [1,2,3,4], \"category_id\": 7, \"image_id\": 1, \"id\": 5}]",
      "\"categories\": [\(COCOText.category)]",
    ]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let text = "{\"info\": {}, \(order.map { lists[$0] }.joined(separator: ",")), \"x\": [1]}"
      let result = try await COCOText.read(text)
      #expect(result.quarantined.isEmpty)
      let dataset = result.dataset
      #expect(dataset.format == .coco)
      #expect(dataset.files == ["train.json"])
      #expect(dataset.images.ids == [.number(1)])
      #expect(dataset.images.fileNames == ["a.jpg"])
      #expect(dataset.images.sizes == [ImageSize(width: 640, height: 480)])
      #expect(dataset.categories.ids == [.number(7)])
      #expect(dataset.categories.names == ["cat"])
      #expect(dataset.annotations.ids == [.number(5)])
      #expect(dataset.annotations.images == [0])
      #expect(dataset.annotations.categories == [0])
      #expect(dataset.annotations.boxes == [Box(x: 1, y: 2, width: 3, height: 4)])
      #expect(dataset.annotations.statedAreas == [nil])
      #expect(dataset.annotations.flags == [[]])
      #expect(dataset.annotations.segmentations == [.none])
      #expect(dataset.annotations.annotators == [AnnotationTable.noAnnotator])
      #expect(dataset.annotations.seconds == [nil])
      #expect(dataset.attributes(ofAnnotation: 0).isEmpty)
    }
  }

  @Test("gives the digest of the bytes, on one thread as on several")
  func digest() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.json", COCOText.file())
    let expected = InputDigest.of(Array(COCOText.file().utf8).span.bytes)
    #expect(try await COCOFormat.read(path, threads: 1).sha256 == expected)
    #expect(try await COCOFormat.read(path, threads: 4).sha256 == expected)
  }

  @Test("knows keys that are written with escapes")
  func escapedKeys() async throws {
    let text = COCOText.file()
      .replacing("\"image_id\"", with: #""image\u005fid""#)
      .replacing("\"annotations\"", with: #""\u0061nnotations""#)
    let result = try await COCOText.read(text)
    #expect(result.dataset.annotations.images == [0])
  }

  @Test("keeps ids as they are: numbers, texts, numbers beyond 64 bits, none")
  func ids() async throws {
    let ids = ["7", "3.0", "\"x-1\"", "18446744073709551616", "null", "\"7\"", "-2"]
    let rows = ids.map { #"{"id": \#($0), "image_id": 1, "category_id": 7, "bbox": [0,0,1,1]}"# }
    let unnamed = #"{"image_id": 1, "category_id": 7, "bbox": [0,0,1,1]}"#
    let result = try await COCOText.read(COCOText.file(annotations: rows + [unnamed]))
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    #expect(
      dataset.annotations.ids.map { dataset.text(of: $0) }
        == ["7", "3", "x-1", "18446744073709551616", "", "7", "-2", ""]
    )
    #expect(dataset.annotations.ids[0] == .number(7))
    #expect(dataset.annotations.ids[1] == .number(3))
    #expect(dataset.annotations.ids[4] == .absent)
    #expect(dataset.annotations.ids[5] != .number(7))
  }

  @Test("finds images and categories by number or text, and marks those that are not declared")
  func references() async throws {
    let images = [#"{"id": "a", "file_name": "a.jpg"}"#, #"{"id": 1, "file_name": "b.jpg"}"#]
    let pairs = [("1", "7"), ("\"a\"", "7"), ("1.0", "7.0"), ("\"1\"", "8"), ("2", "\"7\"")]
    let rows = pairs.map { #"{"image_id": \#($0.0), "category_id": \#($0.1), "bbox": [0,0,1,1]}"# }
    let dataset = try await COCOText.read(COCOText.file(images: images, annotations: rows)).dataset
    // Grouped by image: "a", then 1 twice, then the strays.
    #expect(dataset.annotations.images == [0, 1, 1, -1, -1])
    #expect(dataset.annotations.categories == [0, 0, 0, -1, -1])
    #expect(dataset.annotations.places.map(\.index) == [1, 0, 2, 3, 4])
    #expect(dataset.strays == 3..<5)
    #expect(dataset.text(of: dataset.annotations.imageIDs[3]) == "1")
    #expect(dataset.annotations.categoryIDs[3] == .number(8))
  }

  @Test("keeps records with the same id, and refers to the first one")
  func duplicates() async throws {
    let second = COCOText.image.replacing("a.jpg", with: "b.jpg")
    let dog = COCOText.category.replacing("cat", with: "dog")
    let result = try await COCOText.read(
      COCOText.file(
        images: [COCOText.image, second],
        categories: [COCOText.category, dog],
        annotations: [COCOText.annotation, COCOText.annotation]
      )
    )
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.images.fileNames == ["a.jpg", "b.jpg"])
    #expect(result.dataset.categories.names == ["cat", "dog"])
    #expect(result.dataset.annotations.images == [0, 0])
    #expect(result.dataset.annotations.categories == [0, 0])
  }

  @Test("knows where every record stands")
  func places() async throws {
    let text = """
      {"images": [{"id": 1, "file_name": "a"},{"id": 2, "file_name": "b"}],

       "annotations":
       [ {"image_id": 2, "category_id": 1, "bbox": [1,2,3,4]},
      \t{"image_id": 1, "category_id": 1, "bbox": [1,2,
       3,4]}, {"image_id": 2, "category_id": 1, "bbox": [1,2,3,4]}]}
      """
    let dataset = try await COCOText.read(text).dataset
    #expect(
      dataset.images.places == [
        SourcePlace(file: 0, line: 1, column: 13, index: 0),
        SourcePlace(file: 0, line: 1, column: 41, index: 1),
      ]
    )
    #expect(
      dataset.annotations.places == [
        SourcePlace(file: 0, line: 5, column: 2, index: 1),
        SourcePlace(file: 0, line: 4, column: 4, index: 0),
        SourcePlace(file: 0, line: 6, column: 9, index: 2),
      ]
    )
  }

  @Test(
    "reads marks given as numbers or as true and false",
    arguments: [
      ("0", false), ("1", true), ("0.0", false), ("1.0", true), ("true", true), ("false", false),
      ("null", false),
    ]
  )
  func marks(value: String, isSet: Bool) async throws {
    let keys: [(String, AnnotationFlags)] = [
      ("iscrowd", .crowd), ("ignore", .ignore), ("difficult", .difficult),
      ("occluded", .occluded), ("truncated", .truncated),
    ]
    for (key, flag) in keys {
      let text = COCOText.file(withMembers: "\"\(key)\": \(value)")
      #expect(try await COCOText.read(text).dataset.annotations.flags == [isSet ? flag : []])
    }
  }

  @Test("reads stated areas, which may be missing")
  func areas() async throws {
    for (value, area) in [("12", 12.0), ("12.25", 12.25), ("null", nil)] as [(String, Double?)] {
      let text = COCOText.file(withMembers: "\"area\": \(value)")
      #expect(try await COCOText.read(text).dataset.annotations.statedAreas == [area])
    }
  }

  @Test(
    "takes as a size two positive whole numbers only",
    arguments: [
      ("640", "480", true), ("640.0", "48e1", true), ("0", "480", false), ("640", "-1", false),
      ("640.5", "480", false), ("\"640\"", "480", false), ("null", "480", false),
      ("99999999999", "480", false), ("[]", "{}", false),
    ]
  )
  func sizes(width: String, height: String, isSize: Bool) async throws {
    let image = #"{"id": 1, "file_name": "a", "width": \#(width), "height": \#(height)}"#
    let result = try await COCOText.read(COCOText.file(images: [image]))
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.images.sizes == [isSize ? ImageSize(width: 640, height: 480) : nil])
  }

  @Test("reads scenes of images and of their attributes")
  func scenes() async throws {
    let members = [
      #""scene": "city""#, #""attributes": {"x": [1], "scene": "night"}"#, #""scene": 3"#,
      #""attributes": {"scene": "night"}, "scene": "city""#, #""attributes": []"#,
      #""scene": null"#,
    ]
    let images = members.map { #"{"id": 1, "file_name": "a", \#($0)}"# }
    let dataset = try await COCOText.read(COCOText.file(images: images)).dataset
    #expect(
      dataset.images.scenes.map { $0.map { dataset.strings[$0] } }
        == ["city", "night", "3", "city", nil, nil]
    )
  }

  @Test("reads who was assigned, and which categories are not exhaustive, in any order of lists")
  func assignment() async throws {
    let images = [
      #"{"id": 1, "file_name": "a", "rater_list": ["r2", "r1"]}"#,
      #"{"id": 2, "file_name": "b", "rater_list": [], "not_exhaustive_category_ids": [9, 8, 7]}"#,
      #"{"id": 3, "file_name": "c", "not_exhaustive_category_ids": []}"#,
      #"{"id": 4, "file_name": "d", "rater_list": null, "not_exhaustive_category_ids": null}"#,
      #"{"id": 5, "file_name": "e", "rater_list": [4, "r1"]}"#,
    ]
    let categories = [#"{"id": 7, "name": "cat"}"#, #"{"id": 9, "name": "dog"}"#]
    let dataset = try await COCOText.read(
      COCOText.file(images: images, categories: categories)
    ).dataset
    #expect(dataset.annotators == ["r2", "r1", "4"])
    #expect((0..<5).map { Array(dataset.images.assigned[$0]) } == [[0, 1], [], [], [], [2, 1]])
    #expect(dataset.images.hasAssignment == [true, true, false, false, true])
    // 8 is not declared.
    #expect((0..<5).map { Array(dataset.images.notExhaustive[$0]) } == [[], [1, 0], [], [], []])
  }

  @Test("reads supercategories, which may be missing")
  func supercategories() async throws {
    let categories = [
      #"{"id": 1, "name": "a", "supercategory": "x"}"#, #"{"id": 2, "name": "b"}"#,
      #"{"id": 3, "name": "", "supercategory": null}"#,
    ]
    let dataset = try await COCOText.read(COCOText.file(categories: categories)).dataset
    #expect(dataset.categories.supercategories == ["x", "", ""])
    #expect(dataset.categories.names == ["a", "b", ""])
  }

  @Test("may have no categories and no annotations")
  func empty() async throws {
    let dataset = try await COCOText.read(#"{"images": [], "annotations": []}"#).dataset
    #expect(dataset.images.count == 0)
    #expect(dataset.annotations.count == 0)
    #expect(dataset.categories.count == 0)
  }
}
