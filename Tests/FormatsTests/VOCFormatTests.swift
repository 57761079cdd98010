import Annotations
import Foundation
import Formats
import Geometry
import TestSupport
import Testing

@Suite("Reading Pascal VOC")
struct VOCFormatTests {
  private static func file(_ objects: String, start: String = "") -> String {
    """
    \(start)<annotation>
      <filename>1.jpg</filename>
      <size><width>100</width><height>80</height><depth>3</depth></size>
    \(objects)
    </annotation>
    """
  }

  private static let box =
    "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>11</xmax><ymax>22</ymax></bndbox>"

  private func read(_ files: [String: String], threads: Int = 1) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return try await VOCFormat.read(folder.path, threads: threads)
  }

  private func read(_ text: String) async throws -> ReadResult { try await read(["1.xml": text]) }

  @Test("keeps boxes, marks, attributes, scene and who annotated, in any order of the elements")
  func columns() async throws {
    let dataset = try await read(
      """
      <?xml version="1.0"?>
      <annotation>
        <object>
          <part><name>head</name><bndbox><xmin>5</xmin><ymin>5</ymin><xmax>6</xmax><ymax>6</ymax></bndbox></part>
          <bndbox><ymax>22.5</ymax><xmax>11</xmax><ymin>2</ymin><xmin> 1.25 </xmin></bndbox>
          <difficult>1</difficult><truncated>0</truncated><occluded/>
          <attributes><attribute><name>colour</name><value>red</value></attribute></attributes>
          <name>cat</name>
        </object>
        <scene>night</scene>
        <owner><name>anna</name></owner>
        <filename>C:\\data\\x.y.jpg</filename>
      </annotation>
      """
    ).dataset
    #expect(dataset.annotations.boxes == [Box(left: 1.25, top: 2, right: 11, bottom: 22.5)])
    #expect(dataset.categories.names == ["cat"])
    #expect(dataset.annotations.flags == [.difficult])
    #expect(dataset.annotators == ["anna"])
    #expect(dataset.images.fileNames == ["x.y.jpg"])
    #expect(dataset.images.sizes == [nil])
    #expect(dataset.images.scenes[0].map { dataset.strings[$0] } == "night")
    let names = dataset.attributes(ofAnnotation: 0).map { dataset.strings[$0.name] }
    #expect(names == ["difficult", "truncated", "colour"])
  }

  @Test(
    "puts an object that cannot be used into quarantine and reads the rest",
    arguments: [
      ("<object><name>cat</name></object>", "has no <bndbox>"),
      ("<object>\(box)</object>", "has no <name>"),
      (
        "<object><name>a</name><bndbox><xmin>(88, 100)</xmin></bndbox></object>",
        "found '(88, 100)'"
      ),
      (
        "<object><name>a</name><bndbox><xmin>1</xmin><ymin>nan</ymin><xmax>1</xmax><ymax>1</ymax></bndbox></object>",
        "found 'nan'"
      ),
      ("<object><name>a</name><bndbox><xmin>1</xmin></bndbox></object>", "has no <ymin>"),
      ("<object><name>a</name><polygon><pt/></polygon></object>", "has a <polygon>"),
    ]
  )
  func quarantine(object: String, problem: String) async throws {
    let good = "<object><name>dog</name>\(Self.box)</object>"
    let result = try await read(Self.file("  \(object)\n  \(good)"))
    #expect(result.dataset.categories.names == ["dog"])
    let record = try #require(result.quarantined.first)
    #expect(result.quarantined.count == 1)
    #expect(record.problem.contains(problem), "\(record.problem)")
    #expect(record.line == 4)
    #expect(record.pointer == "/annotation/object[1]")
  }

  @Test("keeps inverted and empty boxes for the rules")
  func oddBoxes() async throws {
    let object =
      "<object><name>a</name><bndbox><xmin>9</xmin><ymin>5</ymin><xmax>1</xmax><ymax>5</ymax></bndbox></object>"
    let dataset = try await read(Self.file(object)).dataset
    #expect(dataset.annotations.boxes == [Box(x: 9, y: 5, width: -8, height: 0)])
  }

  @Test(
    "refuses hostile files without reading anything else",
    arguments: [
      ("<!DOCTYPE annotation [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "document type"),
      ("<!DOCTYPE annotation SYSTEM \"http://example.org/x.dtd\">", "document type"),
      ("<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "document type"),
      ("<open>", "the root is <open>"),
      ("\u{1}", "not well-formed"),
    ]
  )
  func hostile(start: String, problem: String) async throws {
    let object = "<object><name>dog</name>\(Self.box)</object>"
    let result = try await read([
      "1.xml": Self.file(object, start: start), "2.xml": Self.file(object),
    ])
    #expect(result.dataset.images.count == 1)
    #expect(result.quarantined.count == 1)
    #expect(result.quarantined[0].file == "1.xml")
    #expect(result.quarantined[0].problem.contains(problem), "\(result.quarantined[0].problem)")
  }

  @Test("survives depth, huge texts, other roots and empty files")
  func bombs() async throws {
    let deep = String(repeating: "<a>", count: 10_000)
    let long =
      "<object><name>\(String(repeating: "x", count: 11_000_000))</name>\(Self.box)</object>"
    let result = try await read([
      "deep.xml": "<annotation>\(deep)", "empty.xml": "", "long.xml": Self.file(long),
      "other.xml": "<html></html>", "text.xml": "no xml",
    ])
    #expect(result.dataset.annotations.count == 0)
    #expect(result.quarantined.count == 5)
  }

  @Test("reads Latin-1 and UTF-16 where the file says so, and refuses broken UTF-8")
  func encodings() async throws {
    let folder = try TemporaryFolder()
    let object = "<object><name>KÄFER</name>\(Self.box)</object>"
    let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Self.file(object)
    try folder.write("1.xml", try #require(latin.data(using: .isoLatin1)))
    let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Self.file(object)
    try folder.write("2.xml", try #require(wide.data(using: .utf16)))
    try folder.write("3.xml", Array("<annotation><filename>".utf8) + [0xff, 0xfe, 0x3c])
    let result = try await VOCFormat.read(folder.path, threads: 2)
    #expect(result.dataset.categories.names == ["KÄFER"])
    #expect(result.dataset.annotations.count == 2)
    #expect(result.quarantined.map(\.file) == ["3.xml"])
  }

  @Test("gives a quarantined file or a result for a file cut at any byte, or flipped anywhere")
  func cutsAndFlips() async throws {
    let bytes = Array(Self.file("<object><name>dog</name>\(Self.box)</object>").utf8)
    let folder = try TemporaryFolder()
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0x20
      try folder.write("cut\(index).xml", bytes[..<index])
      try folder.write("flip\(index).xml", flipped)
    }
    let result = try await VOCFormat.read(folder.path, threads: 4)
    let cuts = result.quarantined.filter { $0.file.hasPrefix("cut") }
    #expect(cuts.count == bytes.count)
    #expect(result.dataset.images.count + result.quarantined.count >= 2 * bytes.count)
  }

  @Test("says so where a folder holds no annotation")
  func emptyFolder() async throws {
    await #expect(throws: FormatError.self) { try await self.read(["readme.txt": "x"]) }
  }

  @Test("gives the same data set on one and on seven threads")
  func threads() async throws {
    var files: [String: String] = [:]
    for index in 0..<400 {
      let name = ["cat", "dog", "bird"][index % 3]
      files["\(index).xml"] = Self.file("<object><name>\(name)</name>\(Self.box)</object>")
    }
    let (one, seven) = (try await read(files, threads: 1), try await read(files, threads: 7))
    #expect(one.sha256 == seven.sha256)
    #expect(one.dataset.annotations.categories == seven.dataset.annotations.categories)
    #expect(one.dataset.annotations.places == seven.dataset.annotations.places)
    #expect(one.dataset.images.fileNames == seven.dataset.images.fileNames)
  }
}

@Suite(
  "Reading real VOC folders",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct VOCRealDataTests {
  @Test(
    "reads every object",
    arguments: [
      ("bccd/Annotations", 364, 4888), ("raccoon/annotations", 200, 217),
      ("formats100/voc", 100, 273),
    ]
  )
  func counts(folder: String, images: Int, objects: Int) async throws {
    let result = try await VOCFormat.read(SharedData.data(folder), threads: 2)
    #expect(result.quarantined.isEmpty)
    #expect(result.dataset.images.count == images)
    #expect(result.dataset.annotations.count == objects)
  }

  @Test("counts the marks of formats100")
  func marks() async throws {
    let flags = try await VOCFormat.read(SharedData.data("formats100/voc"), threads: 1)
      .dataset.annotations.flags
    // Known of the data: truncated 137 of 273, difficult 38.
    #expect(flags.count { $0.contains(.truncated) } == 137)
    #expect(flags.count { $0.contains(.difficult) } == 38)
  }

  @Test("reads folders with missing parts and odd names", arguments: 1...3)
  func odd(number: Int) async throws {
    let path = SharedData.data("voc-odd/voc_dataset/voc_dataset\(number)")
    let detection = try FormatCatalog.detect(path)
    #expect(detection.format.id == "voc")
    let result = try await detection.format.read(detection.path, threads: 1)
    #expect(result.dataset.images.count > 0)
  }
}
