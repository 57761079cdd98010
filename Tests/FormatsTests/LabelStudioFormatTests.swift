import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Label Studio")
struct LabelStudioFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A box of 25 × 20 px at (50, 10) in an image of 500 × 200 px, as members of a result.
  private static let geometry = """
    "original_width": 500, "original_height": 200, "image_rotation": 0, "type": "rectanglelabels", \
    "from_name": "label", "to_name": "image", \
    "value": {"x": 10, "y": 5, "width": 5, "height": 10, "rotation": 0, "rectanglelabels": ["cat"]}
    """

  private static let box = "{\"id\": \"r1\", \(geometry)}"

  private static func annotation(_ results: [String], _ more: String = "") -> String {
    "{\"id\": 11, \(more)\"result\": [\(results.joined(separator: ", "))]}"
  }

  private static func task(_ annotations: [String], id: Int = 1, image: String = "a.jpg") -> String
  {
    "{\"id\": \(id), \"annotations\": [\(annotations.joined(separator: ", "))], "
      + "\"data\": {\"image\": \"\(image)\"}}"
  }

  private func read(_ text: String) async throws -> ReadResult {
    try await LabelStudioFormat.read(folder.write("export.json", text), threads: 1)
  }

  private func read(results: String...) async throws -> ReadResult {
    try await read("[\(Self.task([Self.annotation(results)]))]")
  }

  @Test("is known by the keys of the first task")
  func recognise() throws {
    for (text, isExport) in [
      ("[\(Self.task([]))]", true), (#"[{"data": {}}]"#, true), (#"[{"annotations": [], "#, true),
      ("[]", false), (#"[{"image_id": 1, "data": 2}]"#, false), (COCOText.file(), false),
    ] {
      let path = try folder.write("a.json", text)
      #expect((LabelStudioFormat.recognise(path) != nil) == isExport, "\(text)")
    }
    let path = try folder.write("a.json", "[\(Self.task([]))]")
    let detection = try FormatCatalog.detect(path)
    #expect(detection.format.id == "label-studio")
    #expect(detection.reason == "starts as a JSON list of tasks")
  }

  @Test("gives boxes in pixels, people, their time and their ids")
  func boxes() async throws {
    let other = Self.box.replacing("cat", with: "dog").replacing("r1", with: "r2")
    let result = try await read(
      """
      [\(Self.task([
        Self.annotation([Self.box, other], "\"completed_by\": 3, \"lead_time\": 9, "),
        Self.annotation([Self.box],
          "\"completed_by\": {\"id\": 4, \"email\": \"b@x.org\"}, \"lead_time\": 2, "),
      ]))]
      """
    )
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    #expect(dataset.format == .labelStudio)
    #expect(dataset.images.fileNames == ["a.jpg"])
    #expect(dataset.images.ids == [.number(1)])
    #expect(dataset.images.sizes == [ImageSize(width: 500, height: 200)])
    #expect(dataset.categories.names == ["cat", "dog"])
    #expect(dataset.annotations.categories == [0, 1, 0])
    // 10 % of 500, 5 % of 200, 5 % of 500, 10 % of 200.
    #expect(
      dataset.annotations.boxes
        == Array(repeating: Box(x: 50, y: 10, width: 25, height: 20), count: 3)
    )
    #expect(dataset.annotators == ["3", "b@x.org"])
    #expect(dataset.annotations.annotators == [0, 0, 1])
    // Nine seconds for two objects, two for one.
    #expect(dataset.annotations.seconds == [4.5, 4.5, 2])
    #expect(
      (0..<3).map { dataset.text(of: dataset.annotations.ids[$0]) } == ["11/r1", "11/r2", "11/r1"]
    )
    #expect(dataset.annotations.places.map(\.taskAnnotation) == [0, 0, 1])
    #expect(dataset.annotations.places.map(\.taskResult) == [0, 1, 0])
  }

  @Test("says who looked at an image: whoever has an annotation of it, an empty one too")
  func assignment() async throws {
    let dataset = try await read(
      """
      [\(Self.task([
        Self.annotation([Self.box], "\"completed_by\": 1, "),
        Self.annotation([], "\"completed_by\": 2, "),
        Self.annotation([Self.box], "\"completed_by\": 3, \"was_cancelled\": true, "),
      ])), \(Self.task([], id: 2, image: "b.jpg"))]
      """
    ).dataset
    #expect(dataset.images.assigned[0].map { dataset.annotators[Int($0)] } == ["1", "2"])
    #expect(dataset.images.hasAssignment == [true, false])
  }

  @Test("tells what was cancelled, with its place")
  func cancelled() async throws {
    let result = try await read(
      "[\(Self.task([Self.annotation([]), Self.annotation([Self.box], "\"was_cancelled\": true, ")]))]"
    )
    #expect(result.dataset.annotations.count == 0)
    #expect(result.quarantined.map(\.pointer) == ["/0/annotations/1"])
    #expect(
      result.quarantined.map(\.problem)
        == ["the annotation was cancelled by its annotator; 1 result of it not read"]
    )
  }

  @Test("reads polygons, and answers about a region as attributes of it")
  func polygons() async throws {
    let result = try await read(
      results: """
        {"id": "p", "type": "polygonlabels", "original_width": 200, "original_height": 100,
        "value": {"points": [[0, 0], [50, 0], [50, 10]], "polygonlabels": ["dog"], "closed": true}}
        """,
      """
      {"id": "p", "type": "choices", "from_name": "pose", "value": {"choices": ["sits", "looks"]}}
      """,
      #"{"id": "p", "type": "number", "from_name": "age", "value": {"number": 3.5}}"#,
      #"{"from_id": "p", "to_id": "q", "type": "relation", "direction": "right"}"#
    )
    #expect(result.quarantined.isEmpty)
    let dataset = result.dataset
    #expect(dataset.annotations.boxes == [Box(x: 0, y: 0, width: 100, height: 10)])
    #expect(dataset.annotations.segmentations == [.polygons(0..<1)])
    #expect(Array(dataset.segmentation.rings[0]) == [0, 0, 100, 0, 100, 10])
    #expect(dataset.attributeTexts(0) == ["pose=text sits", "pose=text looks", "age=number 3.5"])
  }

  @Test("takes the shape and the label of a region from two results with one id")
  func twoParts() async throws {
    let value = #""value": {"x": 0, "y": 0, "width": 10, "height": 10"#
    let size = #""original_width": 100, "original_height": 100"#
    let result = try await read(
      results: "{\"id\": \"a\", \"type\": \"rectangle\", \(size), \(value)}}",
      "{\"id\": \"a\", \"type\": \"labels\", \(size), \(value), \"labels\": [\"cat\", \"dog\"]}}"
    )
    #expect(result.quarantined.isEmpty)
    // One region, two labels: an object of each.
    #expect(result.dataset.annotations.categories == [0, 1])
    #expect(
      result.dataset.annotations.boxes
        == Array(repeating: Box(x: 0, y: 0, width: 10, height: 10), count: 2)
    )
  }

  @Test("takes key points to the object that they name as parent")
  func keypoints() async throws {
    func point(_ id: String, _ label: String, _ x: Int, parent: String) -> String {
      """
      {"id": "\(id)", "type": "keypointlabels", "original_width": 500, "original_height": 200,
      "value": {"x": \(x), "y": 50, "width": 1, "keypointlabels": ["\(label)"]}, "parentID": "\(parent)"}
      """
    }
    let other = Self.box.replacing("r1", with: "r2")
    let result = try await read(
      results: point("k1", "tail", 20, parent: "r1"),
      Self.box,
      other,
      point("k2", "nose", 10, parent: "r1"),
      point("k3", "nose", 30, parent: "r2"),
      point("k4", "nose", 30, parent: "r2"),
      point("k5", "nose", 30, parent: "none")
    )
    let dataset = result.dataset
    #expect(dataset.categories.keypointNames[0].map { dataset.strings[$0] } == ["nose", "tail"])
    #expect(
      Array(dataset.keypoints(ofAnnotation: 0)) == [
        Keypoint(x: 50, y: 100, visibility: .visible),
        Keypoint(x: 100, y: 100, visibility: .visible),
      ]
    )
    #expect(dataset.keypoints(ofAnnotation: 1).map(\.visibility) == [.visible, .unlabelled])
    #expect(
      result.quarantined.map(\.problem) == [
        "the object has a key point 'nose' already",
        "the key point belongs to no object that was read; expected 'parentID', the id of one",
      ]
    )
  }

  @Test("keeps the choice of a whole image that is called 'scene'")
  func scene() async throws {
    let dataset = try await read(
      results: #"{"type": "choices", "from_name": "scene", "value": {"choices": ["night"]}}"#
    ).dataset
    #expect(dataset.images.scenes.map { $0.map { dataset.strings[$0] } } == ["night"])
  }

  @Test(
    "puts aside what cannot be used, with its place",
    arguments: [
      (
        "\"id\": \"r1\", ", "\"item_index\": 1, ",
        "it lies on one of several images of the task, which are not read"
      ),
      (
        "\"rotation\": 0", "\"rotation\": 30",
        "the shape is rotated by 30.0 degrees, which is not read; expected 0"
      ),
      (
        "\"image_rotation\": 0", "\"image_rotation\": 90",
        "the image is turned by 90.0 degrees, which is not read; expected 0"
      ),
      (
        "\"original_width\": 500, ", "",
        "'original_width' or 'original_height' is missing, without which percent are no pixels"
      ),
      (
        "\"original_width\": 500", "\"original_width\": 0",
        "the image is 0.0 × 200.0 px; expected two whole numbers of at least 1"
      ),
      (
        "\"original_width\": 500", "\"original_width\": 1e30",
        "the image is 1e+30 × 200.0 px; expected two whole numbers of at least 1"
      ),
      (
        "\"original_width\": 500", "\"original_width\": 400",
        "the image is 400 × 200 px here and 500 × 200 px in an earlier result"
      ),
      ("[\"cat\"]", "[]", "the shape has no label; expected at least one"),
      (
        "\"x\": 10, ", "",
        "a rectangle needs the numbers 'x', 'y', 'width' and 'height' in percent"
      ),
      ("\"x\": 10", "\"x\": \"10\"", "'x' must be a number, found a text"),
      ("\"x\": 10", "\"x\": NaN", "'x' holds NaN; expected a finite number"),
      ("\"x\": 10", "\"x\": 10, \"x\": 11", "'x' is given twice in 'value'; expected once"),
      (
        "\"type\": \"rectanglelabels\"", "\"type\": \"ellipselabels\"",
        "the shape is 'ellipselabels', which is not read; expected a rectangle, polygon, brush or key point"
      ),
      (
        "\"type\": \"rectanglelabels\"", "\"type\": \"polygonlabels\"",
        "a polygon needs 'points': a list of pairs in percent"
      ),
      (
        "\"type\": \"rectanglelabels\"", "\"type\": \"choices\"",
        "'choices' of a whole image is no object; expected a shape of the same 'id'"
      ),
    ]
  )
  func unusable(old: String, new: String, problem: String) async throws {
    let changed = Self.box.replacing("r1", with: "r9").replacing(
      old.replacing("r1", with: "r9"),
      with: new
    )
    let result = try await read(results: Self.box, changed)
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.quarantined.map(\.pointer) == ["/0/annotations/0/result/1"])
    #expect(result.quarantined.allSatisfy { $0.line == 1 && $0.column > 100 })
    #expect(result.dataset.annotations.count == 1)
  }

  @Test(
    "puts aside tasks and annotations that say nothing",
    arguments: [
      ("7", "/0", "a task must be an object, found a number"),
      (
        #"{"data": {"text": "hello"}, "annotations": [{"result": [1]}]}"#, "/0",
        "'data' names no image; expected a text 'image' with its address; 1 result of it not read"
      ),
      (
        #"{"data": {"image": "a.jpg"}, "completions": []}"#, "/0",
        "'completions' are of Label Studio before 1.0; expected 'annotations'"
      ),
      (
        #"{"data": {"image": "a.jpg"}, "annotations": {}}"#, "/0",
        "'annotations' must be a list, found an object"
      ),
      (
        #"{"data": {"image": "a.jpg"}, "annotations": [[]]}"#, "/0/annotations/0",
        "an annotation must be an object, found a list"
      ),
      (
        #"{"data": {"image": "a.jpg"}, "annotations": [{"result": 3}]}"#, "/0/annotations/0",
        "'result' must be a list, found a number"
      ),
      (
        #"{"data": {"image": "a.jpg"}, "annotations": [{"result": [3]}]}"#,
        "/0/annotations/0/result/0", "a result must be an object, found a number"
      ),
    ]
  )
  func unusableTasks(task: String, pointer: String, problem: String) async throws {
    let result = try await read("[\(task), \(Self.task([Self.annotation([Self.box])], id: 2))]")
    #expect(result.quarantined.map(\.pointer) == [pointer])
    #expect(result.quarantined.map(\.problem) == [problem])
    #expect(result.dataset.annotations.count == 1)
  }

  @Test(
    "finds the name of the image in an address of any kind",
    arguments: [
      ("a.jpg", "a.jpg"), ("/data/upload/3/1a2b-a%20b.jpg", "1a2b-a b.jpg"),
      ("https://x.org/p/a.jpg?sig=%2F#x", "p/a.jpg"), ("s3://bucket/p/q/a.png", "p/q/a.png"),
      ("/data/local-files/?d=set/p/a.jpg", "set/p/a.jpg"),
      ("/data/local-files/?d=set%2Fa.jpg&x=1", "set/a.jpg"), ("data:image/png;base64,AAAA", ""),
      ("https://x.org", ""), ("a%zz.jpg", "a%zz.jpg"), ("a%", "a%"),
    ]
  )
  func addresses(address: String, name: String) {
    #expect(ImageAddress.fileName(of: address) == name)
  }

  @Test("stops at what is no JSON, and says where")
  func malformed() async throws {
    for (text, end) in [
      ("[{\"data\": {},\n \"annotations\": [}]", "export.json:2:18: found '}'; expected a value"),
      ("[]x", "export.json:1:3: found 'x'; expected the end of the file"),
      ("{}", "export.json:1:1: found '{'; expected a list of tasks"),
    ] {
      let error = await #expect(throws: FormatError.self) { try await read(text) }
      #expect(error?.description.hasSuffix(end) == true, "\(error.debugDescription)")
    }
  }

  @Test("cut or changed at any byte ends with an error or reads, and never traps")
  func everyByte() throws {
    let text =
      "[\(Self.task([Self.annotation([Self.box, BrushSample.result], "\"lead_time\": 1.5, ")]))]"
    let bytes = Array(text.utf8)
    func parse(_ bytes: [UInt8]) throws -> Bool {
      let path = try folder.write("export.json", bytes)
      let file = try MappedFile(path)
      return file.withBytes { (try? LabelStudioFormat.parse($0, path: path)) != nil }
    }
    #expect(try parse(bytes))
    for count in bytes.indices { #expect(try !parse(Array(bytes[..<count]))) }
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= mask
        _ = try parse(changed)
      }
    }
  }
}
