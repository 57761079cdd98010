import Formats
import Foundation
import TestSupport
import Testing

@Suite("Detecting a format")
struct FormatCatalogTests {
  private static let coco = #"{"images": [], "annotations": []}"#

  @Test("finds COCO files, VOC folders, and folders that hold either")
  func finds() throws {
    let folder = try TemporaryFolder()
    let voc = "<annotation></annotation>"
    #expect(try FormatCatalog.detect(folder.write("a.json", Self.coco)).format.id == "coco")
    #expect(try FormatCatalog.detect(folder.write("plain", " \n{}")).format.id == "coco")
    #expect(try FormatCatalog.detect(folder.write("v/1.xml", voc)).format.id == "voc")
    #expect(try FormatCatalog.detect(folder.path + "/v").format.id == "voc")
    try folder.write("d/Annotations/1.xml", voc)
    #expect(try FormatCatalog.detect(folder.path + "/d").format.id == "voc")
    try folder.write("c/annotations/only.json", Self.coco)
    let detection = try FormatCatalog.detect(folder.path + "/c")
    #expect(detection.format.id == "coco")
    #expect(detection.path.hasSuffix("only.json"))
    #expect(!detection.reason.isEmpty)
  }

  @Test("says in one line what is wrong and where")
  func refuses() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty", "")
    try folder.write("text", "hello")
    try folder.write("none/readme.txt", "x")
    try folder.write("two/a.json", Self.coco)
    try folder.write("two/b.json", Self.coco)
    for (name, problem) in [
      ("missing", "No such file"), ("empty", "is empty"), ("text", "neither COCO JSON nor"),
      ("none", "holds no annotations"), ("two", "holds 2 JSON files"),
    ] {
      let path = folder.path + "/" + name
      let error = #expect(throws: FormatError.self) { try FormatCatalog.detect(path) }
      let text = try #require(error).description
      #expect(text.contains(problem) && text.contains(path), "\(text)")
      #expect(!text.contains("\n"))
    }
  }

  @Test("lists every format that has a file")
  func catalog() throws {
    let sources = SharedData.projectRoot.appending(path: "Sources/Formats")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path()))
      .compactMap { ($0 as? String)?.split(separator: "/").last }
      .filter { $0.hasSuffix("Format.swift") && $0 != "AnnotationFormat.swift" }
    #expect(files.count == FormatCatalog.all.count)
  }
}
