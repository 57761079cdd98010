import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("Format detection")
struct FormatCatalogTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func detected(_ path: String) throws -> [String] {
    let detection = try FormatCatalog.detect(path)
    return [detection.path, detection.format.id, detection.reason]
  }

  private func failure(_ path: String) -> String? {
    do throws(FormatError) {
      _ = try FormatCatalog.detect(path)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("knows a COCO file by its first character, whatever its name")
  func content() throws {
    for text in [COCOText.file(), "\u{FEFF} \n" + COCOText.file()] {
      let path = try folder.write("a.txt", text)
      #expect(try detected(path) == [path, "coco", "starts as a JSON object"])
    }
  }

  @Test("leaves it to the reader to say what is wrong with a file named .json")
  func name() throws {
    let path = try folder.write("a.JSON", "images: []")
    #expect(try detected(path) == [path, "coco", "its name ends in .json"])
  }

  @Test("reads a pipe as COCO, without looking into it")
  func pipe() throws {
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try detected(path) == [path, "coco", "no regular file, read as COCO JSON"])
  }

  @Test("finds the one COCO file of a folder, beside other files")
  func folderOfOne() throws {
    let path = try folder.write("train.json", COCOText.file())
    try folder.write("package.json", "{\"name\": \"x\"}")
    try folder.write("notes.txt", "\"images\" \"annotations\"")
    let reason = "'train.json' is the only JSON file here with 'images' and 'annotations'"
    #expect(try detected(folder.path) == [path, "coco", reason])
    #expect(try detected(folder.path + "/") == [path, "coco", reason])
  }

  @Test("finds the one COCO file of a folder's 'annotations'")
  func annotationsFolder() throws {
    let path = try folder.write("annotations/train.json", COCOText.file())
    let reason =
      "'annotations/train.json' is the only JSON file here with 'images' and 'annotations'"
    #expect(try detected(folder.path) == [path, "coco", reason])
  }

  @Test("asks which one, where a folder has several")
  func several() throws {
    for name in ["b", "a", "c"] { try folder.write("\(name).json", COCOText.file()) }
    #expect(
      failure(folder.path)
        == "\(folder.path): holds 3 data sets: a.json, b.json, c.json; name one of them"
    )
    for number in 1...9 { try folder.write("d\(number).json", COCOText.file()) }
    let shown = "a.json, b.json, c.json, d1.json, d2.json, d3.json, d4.json, d5.json"
    #expect(
      failure(folder.path)
        == "\(folder.path): holds 12 data sets: \(shown) and 4 more; name one of them"
    )
  }

  @Test("says in one line what is wrong with a path")
  func errors() throws {
    #expect(failure("/no/such") == "/no/such: No such file or directory")
    let empty = try folder.write("empty", "")
    #expect(failure(empty) == "\(empty):1:1: the file is empty; expected annotations")
    let text = try folder.write("hello.txt", "hello")
    let unknown = try #require(failure(text))
    #expect(unknown.hasPrefix("\(text): is of no known format; expected coco"))
    let bare = try TemporaryFolder()
    try bare.write("annotations/hello.txt", "hello")
    let none = try #require(failure(bare.path))
    #expect(
      none.hasPrefix(
        "\(bare.path): no annotations in this folder or its 'annotations'; expected coco"
      )
    )
  }
}
