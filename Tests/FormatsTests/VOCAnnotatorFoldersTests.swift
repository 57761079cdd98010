import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, a folder an annotator")
struct VOCAnnotatorFoldersTests {
  /// Both annotated `a` and `b`, alice `c` alone; bob keeps his files in `Annotations`.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try folder.write("alice/\(name).xml", VOCSample.file(name: "\(name).jpg"))
    }
    try folder.write("bob/Annotations/a.xml", VOCSample.file(name: "a.jpg"))
    try folder.write("bob/Annotations/b.xml", VOCSample.file("", name: "b.jpg"))
    return folder
  }

  @Test("Files of the same names in several folders are annotators, and that is said")
  func reason() async throws {
    let folder = try Self.folder()
    let detection = try FormatCatalog.detect(folder.path)
    #expect(detection.format.id == "voc")
    #expect(
      detection.reason
        == "2 folders with 5 XML files of the same names, each taken for an annotator: 'alice', 'bob'"
    )
  }

  @Test("An image is one, with the annotators who have a file of it", arguments: [1, 3])
  func images(threads: Int) async throws {
    let folder = try Self.folder()
    let result = try await VOCSample.read(folder, threads: threads)
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(dataset.annotators == ["alice", "bob"])
    #expect(dataset.images.fileNames == ["a.jpg", "b.jpg", "c.jpg"])
    #expect(dataset.images.assigned.elements == [0, 1, 0, 1, 0])
    #expect((0..<3).map { dataset.images.assigned[$0].count } == [2, 2, 1])
    #expect(dataset.images.hasAssignment == [true, true, true])
    #expect((0..<3).map { dataset.annotations(ofImage: $0).count } == [2, 1, 1])
    let rows = 0..<dataset.annotations.count
    #expect(rows.map(dataset.annotator) == ["alice", "bob", "alice", "alice"])
    let places = rows.map { dataset.files[Int(dataset.annotations.places[$0].file)] }
    #expect(
      places == ["alice/a.xml", "bob/Annotations/a.xml", "alice/b.xml", "alice/c.xml"]
    )
    // Who has a file without an object looked and saw nothing.
    let parts = dataset.splitByAnnotator()
    #expect(parts.map(\.name) == ["alice", "bob"])
    #expect(parts.map { $0.dataset.wasAssigned(image: 1) } == [true, true])
    #expect(parts.map { $0.dataset.wasAssigned(image: 2) } == [true, false])
  }

  @Test("The folder's name counts, whoever the file names")
  func names() async throws {
    let folder = try TemporaryFolder()
    let object = VOCSample.object.replacing("<name>", with: "<annotator>x</annotator><name>")
    for name in ["alice", "bob"] {
      try folder.write("\(name)/a.xml", VOCSample.file(object + "<annotator>y</annotator>"))
    }
    let dataset = try await VOCSample.read(folder).dataset
    #expect(dataset.annotators == ["alice", "bob"])
  }

  @Test("What annotators say otherwise of an image is told, and what one lacks taken of another")
  func conflicts() async throws {
    let folder = try TemporaryFolder()
    let size = "<size><width>640</width><height>480</height></size>"
    try folder.write("alice/a.xml", "<annotation>\(size)</annotation>")
    try folder.write("bob/a.xml", VOCSample.file("<scene>city</scene>", name: "a.png"))
    try folder.write(
      "eve/a.xml",
      VOCSample.file("<scene>wood</scene>").replacing("480", with: "481")
    )
    let result = try await VOCSample.read(folder)
    #expect(result.dataset.images.fileNames == ["a.png"])
    #expect(result.dataset.images.sizes == [ImageSize(width: 640, height: 480)])
    #expect(result.dataset.images.scenes.map { $0.map { result.dataset.strings[$0] } } == ["city"])
    #expect(result.quarantined.map(\.file) == ["eve/a.xml", "eve/a.xml", "eve/a.xml"])
    #expect(
      result.quarantined.map(\.problem) == [
        "'filename' is 'a.jpg', and 'a.png' in an earlier file of the image, which counts; expected the same",
        "'size' is 640 × 481, and 640 × 480 in an earlier file of the image, which counts; expected the same",
        "'scene' is 'wood', and 'city' in an earlier file of the image, which counts; expected the same",
      ]
    )
  }

  @Test(
    "Splits, years, folders of different images and a single folder are no annotators",
    arguments: [
      ["train/a.xml", "valid/a.xml", "test/a.xml"], ["train2017/a.xml", "val2017/a.xml"],
      ["VOC2007/Annotations/a.xml", "VOC2012/Annotations/a.xml"], ["alice/a.xml", "bob/b.xml"],
      ["alice/a.xml", "alice/b.xml", "bob/a.xml"], ["alice/a.xml"],
    ]
  )
  func others(files: [String]) throws {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file, VOCSample.file()) }
    #expect(VOCFormat.recognise(folder.path) == nil)
    let error = #expect(throws: FormatError.self) { try FormatCatalog.detect(folder.path) }
    let shown = Set(files.compactMap { $0.split(separator: "/").first }).sorted()
    let names = shown.map { "'\($0)'" }.joined(separator: ", ")
    #expect(
      error?.description
        == "\(folder.path): its folders \(names) hold Pascal VOC annotations, but not as annotators of "
        + "the same images; name one of them"
    )
  }

  @Test("A folder with annotation files of its own is read as ever")
  func own() async throws {
    let folder = try Self.folder()
    try folder.write("own.xml", VOCSample.file())
    let dataset = try await VOCSample.read(folder).dataset
    #expect(dataset.files == ["own.xml"])
    #expect(dataset.annotators.isEmpty)
  }
}
