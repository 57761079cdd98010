import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, what cannot be used")
struct VOCQuarantineTests {
  /// A broken form of the sample object, and what is said of it.
  struct Broken: CustomTestStringConvertible {
    let find: String
    let replacement: String
    let problem: String
    var testDescription: String { "\(find) → \(replacement)" }
  }

  static let broken = [
    Broken(
      find: "<name>cat</name>",
      replacement: "",
      problem: "'name' is missing; expected the category of the object"
    ),
    Broken(
      find: "cat",
      replacement: " ",
      problem: "'name' is missing; expected the category of the object"
    ),
    Broken(
      find: "<name>cat</name>",
      replacement: "<name>cat</name><name>dog</name>",
      problem: "'name' stands twice; expected one category"
    ),
    Broken(
      find: "bndbox",
      replacement: "box",
      problem: "'bndbox' is missing; expected xmin, ymin, xmax and ymax"
    ),
    Broken(
      find: "bndbox",
      replacement: "polygon",
      problem: "'bndbox' is missing, found 'polygon'; expected xmin, ymin, xmax and ymax"
    ),
    Broken(
      find: "<xmax>110</xmax>",
      replacement: "",
      problem: "'xmax' is missing from 'bndbox'; expected numbers in pixels"
    ),
    Broken(
      find: "<xmin>10</xmin><ymin>20</ymin>",
      replacement: "",
      problem: "'xmin', 'ymin' are missing from 'bndbox'; expected numbers in pixels"
    ),
    Broken(
      find: "<bndbox>",
      replacement: "<bndbox></bndbox><bndbox>",
      problem: "'bndbox' stands twice; expected one"
    ),
    Broken(
      find: "<xmin>",
      replacement: "<xmin>1</xmin><xmin>",
      problem: "'xmin' stands twice; expected one 'bndbox'"
    ),
    number("(88, 100)"), number("nan"), number("-NaN"), number("inf"), number("Infinity"),
    number("0x10"), number(""), number("1,5"), number("1e999"), number("12px"), number("1 2"),
    number("--1"), number("1.2.3"), number("٣"),
    number(String(repeating: "7", count: 400), shown: String(repeating: "7", count: 60) + "…"),
    Broken(
      find: "10</xmin><ymin>20</ymin><xmax>110",
      replacement: "-1e308</xmin><ymin>20</ymin><xmax>1e308",
      problem: "the sides of 'bndbox' are not finite; expected numbers in pixels"
    ),
    Broken(
      find: "cat",
      replacement: String(repeating: "c", count: 4097),
      problem: "the text of 'name' is too long; expected at most 4096 bytes"
    ),
    Broken(
      find: "10</xmin>",
      replacement: String(repeating: " ", count: 5000) + "10</xmin>",
      problem: "the text of 'xmin' is too long; expected at most 4096 bytes"
    ),
  ]

  static func number(_ text: String, shown: String? = nil) -> Broken {
    Broken(
      find: "<xmin>10<",
      replacement: "<xmin>\(text)<",
      problem: "'xmin' must be a finite number in pixels, found '\(shown ?? text)'"
    )
  }

  @Test("A broken object is left out alone, with its place and reason", arguments: broken)
  func brokenObject(_ broken: Broken) async throws {
    let object = VOCSample.object.replacing(broken.find, with: broken.replacement)
    #expect(object != VOCSample.object)
    let objects = VOCSample.object + "\n" + object + "\n" + VOCSample.object
    let result = try await VOCSample.read(["a.xml": VOCSample.file(objects)])
    // The file's head has 3 lines, the first object 4; objects are indented by 2.
    #expect(
      result.quarantined == [
        Quarantined(
          file: "a.xml",
          line: 8,
          column: 3,
          pointer: "/annotation/object[2]",
          problem: broken.problem
        )
      ]
    )
    #expect(result.dataset.annotations.places.map(\.index) == [0, 2])
    #expect(result.dataset.annotations.places.map(\.line) == [4, 12])
  }

  @Test("A text of exactly the limit is kept")
  func longestText() async throws {
    let name = String(repeating: "é", count: 2048)
    let file = VOCSample.file(VOCSample.object.replacing("cat", with: name))
    #expect(try await VOCSample.read(["a.xml": file]).dataset.categories.names == [name])
  }

  @Test("A text that is too long for the image takes the file, one that nobody reads does not")
  func longImageText() async throws {
    let long = String(repeating: "x", count: 5000)
    let result = try await VOCSample.read([
      "a.xml": VOCSample.file(name: long),
      "b.xml": VOCSample.file(VOCSample.object + "<folder>\(long)</folder>"),
    ])
    #expect(result.dataset.images.ids.map(result.dataset.text) == ["b"])
    #expect(
      result.quarantined == [
        Quarantined(
          file: "a.xml",
          line: 1,
          column: 1,
          pointer: "/",
          problem: "the text of 'filename' is too long; expected at most 4096 bytes"
        )
      ]
    )
  }

  @Test("Of a file that breaks off nothing is used, and the rest of the folder is")
  func allOrNothing() async throws {
    let good = VOCSample.file()
    let bad = VOCSample.file(VOCSample.object + "\n" + VOCSample.object + "<object><nam")
    let result = try await VOCSample.read(["a.xml": good, "b.xml": bad, "c.xml": good])
    #expect(result.dataset.files == ["a.xml", "b.xml", "c.xml"])
    #expect(result.dataset.images.ids.map(result.dataset.text) == ["a", "c"])
    #expect(result.dataset.annotations.places.map(\.file) == [0, 2])
    let problem = try #require(result.quarantined.first)
    #expect(result.quarantined.count == 1)
    #expect(problem.file == "b.xml")
    #expect(problem.pointer == "/")
    #expect(problem.problem.hasPrefix("the file is not well-formed XML, "))
    // Line 11 ends with `<object><nam`, line 12 begins with `</annotation>`.
    #expect([11, 12].contains(problem.line))
  }

  @Test("A file of another kind is refused with its root's place")
  func otherRoot() {
    let problem = VOCSample.problem("<!-- no -->\n  <annotations><object/></annotations>")
    #expect(problem?.place == XMLPlace(line: 2, column: 3))
    #expect(problem?.pointer == "/")
    #expect(problem?.text == "the root is 'annotations'; expected 'annotation'")
  }

  @Test("A file that cannot be read, is empty or too large is quarantined with the reason")
  func unreadableFiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", VOCSample.file())
    try folder.write("empty.xml", "")
    let large = try folder.write("large.xml", "")
    try #require(truncate(large, 64 << 20 | 1) == 0)
    try #require(symlink("loop.xml", folder.path + "/loop.xml") == 0)
    try #require(mkfifo(folder.path + "/pipe.xml", 0o600) == 0)
    let result = try await VOCSample.read(folder)
    #expect(
      result.quarantined.map { "\($0.file):\($0.line):\($0.column):\($0.pointer) \($0.problem)" }
        == [
          "empty.xml:1:1:/ the file is empty; expected 'annotation'",
          "large.xml:1:1:/ the file has 67108865 bytes; expected at most 67108864",
          "loop.xml:1:1:/ the file cannot be read: Too many levels of symbolic links",
          "pipe.xml:1:1:/ the file cannot be read: it is not a regular file",
        ]
    )
    #expect(result.dataset.files.count == 5)
    #expect(result.dataset.images.count == 1)
  }

  @Test("A path that leads nowhere is an error with the system's reason")
  func unreadablePath() async throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/missing"
    let loop = folder.path + "/loop"
    try #require(symlink("loop", loop) == 0)
    await #expect(
      throws: FormatError.unreadable(path: missing, reason: "No such file or directory")
    ) { try await VOCFormat.read(missing, threads: 1) }
    await #expect(
      throws: FormatError.unreadable(path: loop, reason: "Too many levels of symbolic links")
    ) { try await VOCFormat.read(loop, threads: 1) }
  }

  @Test("A folder without a usable file is an error that says what was found")
  func nothingUsable() async throws {
    await #expect(throws: FormatError.self) { try await VOCSample.read(["a.txt": ""]) }
    do {
      _ = try await VOCSample.read(["a.xml": "<a/>", "b.xml": "<annotation>"])
      Issue.record("nothing is usable")
    } catch FormatError.unknownFormat(_, let reason) {
      #expect(
        reason
          == "none of 2 XML files is of use, the first: a.xml:1:1: the root is 'a'; expected 'annotation'"
      )
    }
  }
}
