import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, hostile input")
struct VOCHostileTests {
  /// Two objects, one with everything the reader knows and text outside ASCII.
  static let file = """
    <?xml version="1.0" encoding="UTF-8"?>
    <annotation><filename>ä.jpg</filename><size><width>9</width><height>8</height></size>
    <object><name>c&amp;t</name><pose>left</pose><difficult>1</difficult><bndbox><xmin>1</xmin>
    <ymin>2.5</ymin><xmax>3</xmax><ymax>4e0</ymax></bndbox><attributes><attribute><name>n</name>
    <value>日本</value></attribute></attributes></object><owner><name>o</name></owner>
    <object id="2"><name>b</name><bndbox><xmin>5</xmin><ymin>6</ymin><xmax>7</xmax>
    <ymax>8</ymax></bndbox><!-- c --><part/></object><annotator>x</annotator></annotation>
    """

  @Test("A file that is cut at any byte is refused as a whole, at a place inside it")
  func truncation() throws {
    let bytes = Array(Self.file.utf8)
    let lines = Self.file.split(separator: "\n").count
    for length in bytes.indices {
      let problem = try #require(VOCSample.problem(Array(bytes[..<length])), "\(length) bytes")
      #expect(problem.pointer == "/")
      #expect((1...lines).contains(problem.place.line))
      #expect(problem.place.column >= 1)
    }
    let document = try VOCSample.parse(bytes)
    #expect(document.objects.map(\.name) == ["c&t", "b"])
  }

  @Test("A file with any byte changed is read or refused, and only finite boxes come out")
  func flips() {
    let bytes = Array(Self.file.utf8)
    for mask: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= mask
        guard let document = try? VOCSample.parse(changed) else { continue }
        #expect(document.objects.count + document.problems.count <= 2)
        for object in document.objects {
          #expect(!object.name.isEmpty)
          #expect(object.box.area.isFinite && object.box.x.isFinite && object.box.y.isFinite)
        }
      }
    }
  }

  @Test(
    "Every DTD is refused before anything of it is used",
    arguments: [
      // Billion laughs.
      """
      <!DOCTYPE annotation [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      """,
      #"<!DOCTYPE annotation [<!ENTITY x SYSTEM "file:///etc/hostname">]>"#,
      #"<!DOCTYPE annotation SYSTEM "http://127.0.0.1:1/annotation.dtd">"#,
      #"<!DOCTYPE annotation PUBLIC "-//A//B" "annotation.dtd">"#,
      #"<!DOCTYPE annotation [<!ENTITY % p SYSTEM "p.ent"> %p;]>"#,
      "<!DOCTYPE annotation>",
    ]
  )
  func dtd(_ dtd: String) throws {
    let object = VOCSample.object.replacing("cat", with: "&x;&d;")
    let problem = try #require(VOCSample.problem(dtd + VOCSample.file(object)))
    #expect(problem.text == "a DTD is refused; expected none")
    #expect(problem.pointer == "/")
  }

  @Test("An entity that nobody declared makes the file malformed, not the text shorter")
  func undeclaredEntity() throws {
    let file = VOCSample.file(VOCSample.object.replacing("cat", with: "c&nbsp;t"))
    let problem = try #require(VOCSample.problem(file))
    #expect(problem.text.contains("Entity 'nbsp' not defined"))
    #expect(problem.place.line == 5)
  }

  @Test("XInclude stays an unknown element")
  func xInclude() throws {
    let include = """
      <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname" parse="text"/>
      """
    let file = VOCSample.file(VOCSample.object.replacing("cat", with: "cat" + include))
    #expect(try VOCSample.parse(file).objects.map(\.name) == ["cat"])
  }

  @Test("Ten thousand nested elements are refused")
  func depth() throws {
    let nested =
      String(repeating: "<object>", count: 10_000) + String(repeating: "</object>", count: 10_000)
    let problem = try #require(VOCSample.problem(VOCSample.file(nested)))
    #expect(problem.text.hasPrefix("the file is not well-formed XML, "))
  }

  @Test("A text of 11 MB in a name takes its object only, and elsewhere nothing")
  func longText() throws {
    let text = String(repeating: "long text ", count: 1_100_000)
    let named = VOCSample.object.replacing("cat", with: text)
    let file = VOCSample.file(named + "<folder>\(text)</folder>" + VOCSample.object)
    let document = try VOCSample.parse(file)
    #expect(document.objects.map(\.index) == [1])
    #expect(document.problems.map(\.pointer) == ["/annotation/object[1]"])
  }

  @Test(
    "More names than a parser can bear are refused at once",
    arguments: [
      "<source" + (0..<200_000).map { " a\($0)='1'" }.joined() + "/>",
      "<source" + (0..<200_000).map { " xmlns:a\($0)='1'" }.joined() + "/>",
      (0..<200_000).map { "<a\($0)/>\u{E4}" }.joined(),
    ]
  )
  func names(tags: String) throws {
    let problem = try #require(VOCSample.problem(VOCSample.file(tags + VOCSample.object)))
    #expect(
      problem.text
        == "elements and attributes have too many names; expected at most 4096 bytes of them"
    )
    #expect(problem.place.line == 4)
  }

  @Test("A hundred attributes are nothing special, and a name of a megabyte does no harm")
  func longTags() throws {
    let attributes = (0..<100).map { " a\($0)='1'" }.joined()
    let file = VOCSample.file("<source\(attributes)/>" + VOCSample.object)
    #expect(try VOCSample.parse(file).objects.count == 1)
    let name = String(repeating: "n", count: 1 << 20)
    let problem = try #require(VOCSample.problem("<\(name)/>"))
    #expect(problem.text.count < 200)
  }

  @Test(
    "Encodings that the file declares are read",
    arguments: [
      (String.Encoding.isoLatin1, "ISO-8859-1"), (.windowsCP1252, "windows-1252"),
      (.utf16, "UTF-16"), (.utf8, "UTF-8"), (.shiftJIS, "Shift_JIS"),
    ]
  )
  func encodings(encoding: String.Encoding, name: String) async throws {
    let category = encoding == .shiftJIS ? "猫" : "Kätzchen"
    let text =
      "<?xml version='1.0' encoding='\(name)'?>\n"
      + VOCSample.file(VOCSample.object.replacing("cat", with: category))
    let folder = try TemporaryFolder()
    try folder.write("a.xml", try #require(text.data(using: encoding)))
    #expect(VOCFormat.recognise(folder.path) == "folder of 1 XML file with <annotation>")
    let dataset = try await VOCSample.read(folder).dataset
    #expect(dataset.categories.names == [category])
    // The declaration is line 1, `<annotation>` line 2, its object line 5.
    #expect(dataset.images.places.map(\.line) == [2])
    #expect(
      dataset.annotations.places == [SourcePlace(file: 0, line: 5, column: 3, index: 0)]
    )
  }

  @Test("A byte order mark is no part of the text")
  func byteOrderMark() throws {
    #expect(try VOCSample.parse("\u{FEFF}" + VOCSample.file()).objects.count == 1)
  }

  @Test("Bytes that are not of the file's encoding are refused where they stand")
  func wrongEncoding() throws {
    let latin1 = try #require(
      VOCSample.file(VOCSample.object.replacing("cat", with: "é")).data(using: .isoLatin1)
    )
    let problem = try #require(VOCSample.problem(Array(latin1)))
    #expect(problem.text.contains("Input is not proper UTF-8"))
    #expect(problem.place.line == 5)
    let unknown = "<?xml version='1.0' encoding='no-such'?><annotation/>"
    #expect(VOCSample.problem(unknown)?.text.contains("no-such") == true)
  }

  @Test(
    "A file that is UTF-8 and says that it is something else is refused, not read as other letters",
    arguments: [
      (
        "ISO-8859-1", "",
        "the file says that it is 'ISO-8859-1', but is UTF-8; expected 'UTF-8' in its first line"
      ),
      (
        "windows-1252", "",
        "the file says that it is 'WINDOWS-1252', but is UTF-8; expected 'UTF-8' in its first line"
      ),
      (
        "GBK", "\u{FEFF}",
        "the file says that it is 'GBK', and starts with the mark of UTF-8; expected one encoding"
      ),
    ]
  )
  func wrongDeclaration(encoding: String, mark: String, problem: String) throws {
    let object = VOCSample.object.replacing("cat", with: "K\u{E4}tzchen")
    let file = "\(mark)<?xml version='1.0' encoding='\(encoding)' standalone=\"yes\"?>\n"
    #expect(VOCSample.problem(file + VOCSample.file(object))?.text == problem)
    // Without a letter beyond ASCII, both are the same.
    let plain = mark.isEmpty ? VOCSample.problem(file + VOCSample.file()) : nil
    #expect(plain == nil)
  }

  @Test("A mark of UTF-8 and a declaration of it agree, in any case and with any quotes")
  func markAndDeclaration() throws {
    let object = VOCSample.object.replacing("cat", with: "K\u{E4}tzchen")
    for declaration in ["<?xml version='1.0' encoding=\"utf-8\"?>", "<?xml version='1.0'?>"] {
      let document = try VOCSample.parse("\u{FEFF}" + declaration + VOCSample.file(object))
      #expect(document.objects.map(\.name) == ["K\u{E4}tzchen"])
    }
  }
}
