import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Files for annotation tools")
struct ReviewDocumentTests {
  @Test("of CVAT are read back as they were written, whatever a name holds")
  func cvat() throws {
    var document = CVATDocument()
    document.images = [
      .init(
        id: 4,
        name: "a\"<b>&'.jpg",
        size: ImageSize(width: 64, height: 48),
        boxes: [
          .init(label: "tab\there", box: [1.5, 2, 3, 4.25], attributes: [("why", "line\nbreak")])
        ]
      ),
      .init(id: 5, name: "no size.jpg", size: nil, boxes: []),
    ]
    let folder = try TemporaryFolder()
    let text = document.text
    try folder.write("annotations.xml", text)
    SAXParser.prepare()
    let read = try CVATFormat.parse(Array(text.utf8).span.bytes, path: "annotations.xml")
    #expect(read.quarantined.isEmpty)
    #expect(read.dataset.images.fileNames == ["a\"<b>&'.jpg", "no size.jpg"])
    #expect(read.dataset.images.sizes == [ImageSize(width: 64, height: 48), nil])
    #expect(read.dataset.annotations.boxes == [Box(x: 1.5, y: 2, width: 3, height: 4.25)])
    #expect(read.dataset.categories.names == ["tab\there"])
    let attribute = try #require(
      read.dataset.attributes(ofAnnotation: 0).first { read.dataset.strings[$0.name] == "why" }
    )
    guard case .text(let code) = attribute.value else {
      Issue.record("the attribute is no text")
      return
    }
    #expect(read.dataset.strings[code] == "line\nbreak")
  }

  @Test("of CVAT hold no character that XML forbids")
  func forbidden() {
    var document = CVATDocument()
    document.images = [.init(id: 1, name: "a\u{1}b\u{FFFE}", size: nil, boxes: [])]
    #expect(document.text.contains("name=\"a\u{FFFD}b\u{FFFD}\""))
  }

  @Test("of Label Studio give boxes in percent of the image")
  func labelStudio() throws {
    let text = LabelStudioDocument(
      tasks: [
        .init(
          image: "/data/a.jpg",
          reasons: ["1. 17: why"],
          boxes: [.init(id: "17", label: "cat", box: [16, 12, 32, 6], width: 64, height: 48)]
        )
      ]
    ).text
    let tasks = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    let task = try #require(tasks?.first)
    #expect((task["data"] as? [String: Any])?["image"] as? String == "/data/a.jpg")
    let predictions = try #require(task["predictions"] as? [[String: Any]])
    let box = try #require((predictions[0]["result"] as? [[String: Any]])?.first)
    #expect(box["id"] as? String == "17" && box["type"] as? String == "rectanglelabels")
    #expect(box["original_width"] as? Int == 64 && box["original_height"] as? Int == 48)
    let value = try #require(box["value"] as? [String: Any])
    #expect(value["rectanglelabels"] as? [String] == ["cat"])
    // 16/64, 12/48, 32/64, 6/48 in percent.
    #expect(
      ["x", "y", "width", "height"].map { value[$0] as? Double } == [25, 25, 50, 12.5]
    )
  }

  @Test("of COCO hold the records of a selection as they were, with attributes added")
  func coco() async throws {
    let json = """
      {"images": [{"id": 7, "file_name": "a.jpg", "width": 64, "height": 48},
       {"id": 9, "file_name": "b.jpg", "width": 64, "height": 48}],
       "categories": [{"id": 3, "name": "cat"}, {"id": 5, "name": "dog"}],
       "annotations": [
       {"id": 11, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4]},
       {"id": 12, "image_id": 9, "category_id": 5, "bbox": [1, 2, 3, 4], "area": 6,
        "segmentation": [[1, 2, 4, 2, 4, 6]], "attributes": {"rank": 1, "age": 2}},
       {"id": 13, "image_id": 8, "category_id": 5, "bbox": [1, 2, 3, 4]}]}
      """
    let folder = try TemporaryFolder()
    let whole = try await COCOFormat.read(try folder.write("all.json", json), threads: 1).dataset
    let row = try #require(
      (0..<whole.annotations.count).first { whole.annotations.ids[$0] == .number(12) }
    )
    let stray = try #require(
      (0..<whole.annotations.count).first { whole.annotations.ids[$0] == .number(13) }
    )
    let text = COCOSelection.text(
      of: whole,
      [
        .init(.row(row), attributes: [("rank", .whole(4)), ("why", .text("\"so\""))]),
        .init(.row(stray), attributes: []),
      ]
    )
    let read = try await COCOFormat.read(try folder.write("some.json", text), threads: 1)
    #expect(read.quarantined.isEmpty)
    let part = read.dataset
    #expect(part.images.ids == [.number(9)] && part.images.fileNames == ["b.jpg"])
    #expect(part.categories.ids == [.number(3), .number(5)])
    #expect(part.annotations.ids == [.number(12)] && part.annotations.statedAreas == [6])
    #expect(part.polygonBounds(ofAnnotation: 0) == Box(x: 1, y: 2, width: 3, height: 4))
    let attributes = part.attributes(ofAnnotation: 0).map { part.strings[$0.name] }.sorted()
    #expect(attributes == ["age", "rank", "why"])
    #expect(text.contains(#""rank": 4"#) && text.contains(#""why": "\"so\"""#))
  }
}
