import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, what is read")
struct VOCFormatTests {
  @Test("An image has its name, size, scene, identity and place")
  func image() async throws {
    let file = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- by hand -->
        <annotation verified="yes">
          <scene> street </scene>
          <filename> photo 1.png </filename>
          <size><depth>3</depth><height>480.0</height><width>640</width></size>
        </annotation>
      """
    let result = try await VOCSample.read(["one.xml": file])
    let dataset = result.dataset
    let images = dataset.images
    #expect(dataset.format == .voc)
    #expect(dataset.files == ["one.xml"])
    #expect(images.ids.map(dataset.text) == ["one"])
    #expect(images.fileNames == ["photo 1.png"])
    #expect(images.sizes == [ImageSize(width: 640, height: 480)])
    #expect(images.scenes.map { $0.map { dataset.strings[$0] } } == ["street"])
    #expect(images.hasAssignment == [false])
    #expect(images.places == [SourcePlace(file: 0, line: 3, column: 3, index: 0)])
    #expect(images.notExhaustive.count == 1)
    #expect(dataset.annotations.count == 0)
    #expect(result.quarantined.isEmpty)
  }

  @Test("An object has its category, continuous box, marks and attributes in the order of the file")
  func object() async throws {
    let object = """
      <object><bndbox><ymax>40.25</ymax><xmin>-1</xmin><ymin> 2 </ymin><xmax>3.5e1</xmax></bndbox>
        <truncated>1</truncated><difficult>0</difficult><occluded>1</occluded>
        <pose>Left</pose><name>tabby &lt;cat&gt;</name>
        <attributes>
          <attribute><name>colour</name><value>grey</value></attribute>
          <attribute><name>tag</name><value></value></attribute>
          <attribute><value>nameless</value></attribute>
        </attributes>
      </object>
      """
    let dataset = try await VOCSample.read(["a.xml": VOCSample.file(object)]).dataset
    #expect(dataset.annotations.count == 1)
    #expect(dataset.categoryName(0) == "tabby <cat>")
    // 35 − (−1) = 36 wide and 40.25 − 2 = 38.25 high: no pixel is added.
    #expect(dataset.annotations.boxes == [Box(x: -1, y: 2, width: 36, height: 38.25)])
    #expect(dataset.annotations.flags == [[.truncated, .occluded]])
    #expect(
      dataset.attributeTexts(0) == [
        "truncated=flag true", "difficult=flag false", "occluded=flag true", "pose=text Left",
        "colour=text grey", "tag=null",
      ]
    )
    #expect(dataset.annotations.ids == [.absent])
    #expect(dataset.annotations.categoryIDs == [.absent])
    #expect(dataset.annotations.imageIDs.map(dataset.text) == ["a"])
    #expect(dataset.annotations.statedAreas == [nil])
    #expect(dataset.annotations.segmentations == [.none])
  }

  @Test("A mark that is empty is silent, and one that is neither 0 nor 1 is a text")
  func oddMarks() async throws {
    let object = VOCSample.object.replacing(
      "<bndbox>",
      with: "<difficult/><truncated></truncated><occluded>Unspecified</occluded><bndbox>"
    )
    let dataset = try await VOCSample.read(["a.xml": VOCSample.file(object)]).dataset
    #expect(dataset.annotations.flags == [[]])
    #expect(dataset.attributeTexts(0) == ["occluded=text Unspecified"])
  }

  @Test("Inverted and empty boxes are kept as they are written")
  func oddBoxes() async throws {
    let inverted = VOCSample.object.replacing("<xmax>110", with: "<xmax>4")
    let empty = VOCSample.object.replacing("<ymax>70", with: "<ymax>20")
    let result = try await VOCSample.read(["a.xml": VOCSample.file(inverted + empty)])
    #expect(
      result.dataset.annotations.boxes == [
        Box(x: 10, y: 20, width: -6, height: 50), Box(x: 10, y: 20, width: 100, height: 0),
      ]
    )
    #expect(result.quarantined.isEmpty)
  }

  @Test("The box and the name of a part are not the object's")
  func parts() async throws {
    let part = """
      <part><name>head</name><truncated>1</truncated>
      <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
      """
    let objects =
      VOCSample.object.replacing("<name>", with: part + "<name>")
      + VOCSample.object.replacing("</object>", with: part + "</object>")
    let result = try await VOCSample.read(["a.xml": VOCSample.file(objects)])
    let box = Box(x: 10, y: 20, width: 100, height: 50)
    #expect(result.dataset.annotations.boxes == [box, box])
    #expect(result.dataset.categories.names == ["cat"])
    #expect(result.dataset.annotations.attributeRows == [-1, -1])
    #expect(result.quarantined.isEmpty)
  }

  @Test("An object's place is the line and the byte of its start tag, however the tag is written")
  func places() async throws {
    let box = "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox>"
    let file = """
      <annotation>
      \t<object><name>é</name>\(box)</object><object
         id="7"
         note="a > b">
        <name>b</name>\(box)</object>
      </annotation>
      """
    let places = try await VOCSample.read(["a.xml": file]).dataset.annotations.places
    // Before the second tag stand a tab, 8 + 6 + 2 + 7 bytes of tags and name, the box and 9 bytes.
    let second = 1 + 8 + 6 + 2 + 7 + box.utf8.count + 9 + 1
    #expect(
      places == [
        SourcePlace(file: 0, line: 2, column: 2, index: 0),
        SourcePlace(file: 0, line: 2, column: second, index: 1),
      ]
    )
  }

  @Test("Places hold in a long file without line ends, where the parser drops what it has read")
  func placesInOneLine() throws {
    let line = VOCSample.object.replacing("\n", with: "").replacing("cat", with: "Käfer")
    let file = "<annotation>" + String(repeating: line, count: 400) + "</annotation>"
    let document = try VOCSample.parse(file)
    // Each object begins behind two blanks.
    let columns = (0..<400).map { 12 + $0 * line.utf8.count + 2 + 1 }
    #expect(document.objects.map(\.place.column) == columns)
    #expect(document.objects.allSatisfy { $0.place.line == 1 })
  }

  @Test(
    "The image's file name is kept as written, but an absolute path is cut to its last component",
    arguments: [
      ("a.b.jpg", "a.b.jpg"), ("noextension", "noextension"), ("sub/a.jpg", "sub/a.jpg"),
      ("..\\a.jpg", "..\\a.jpg"), ("/home/me/a.jpg", "a.jpg"), ("C:\\data\\a.jpg", "a.jpg"),
      ("d:/x/a.jpg", "a.jpg"), ("\\\\server\\share\\a.jpg", "a.jpg"), ("", "stem"), ("/", "stem"),
    ]
  )
  func imageNames(written: String, expected: String) async throws {
    let dataset = try await VOCSample.read(["stem.xml": VOCSample.file(name: written)]).dataset
    #expect(dataset.images.fileNames == [expected])
  }

  @Test(
    "A size that is not two positive whole numbers is no size",
    arguments: ["0", "-5", "12.5", "", "nan", "1e400", "99999999999", "wide"]
  )
  func oddSizes(width: String) async throws {
    let file = VOCSample.file().replacing("640", with: width)
    let dataset = try await VOCSample.read(["a.xml": file]).dataset
    #expect(dataset.images.sizes == [nil])
    #expect(dataset.annotations.count == 1)
  }

  @Test("The annotator of an object stands before the file's, and the file's before its owner")
  func annotators() async throws {
    let own = VOCSample.object.replacing("<name>", with: "<annotator>cy</annotator><name>")
    let owner = "<owner><name>bo</name></owner>"
    let dataset = try await VOCSample.read([
      "a.xml": VOCSample.file(own + VOCSample.object + "<annotator>al</annotator>" + owner),
      "b.xml": VOCSample.file(VOCSample.object + owner),
      "c.xml": VOCSample.file(own),
      "d.xml": VOCSample.file("<annotator>al</annotator>"),
    ]).dataset
    #expect((0..<4).map(dataset.annotator) == ["cy", "al", "bo", "cy"])
    #expect(dataset.images.hasAssignment == [true, true, false, true])
    let assigned = (0..<4).map { dataset.images.assigned[$0].map { dataset.annotators[Int($0)] } }
    #expect(assigned == [["al", "cy"], ["bo"], [], ["al"]])
  }

  @Test("The owner of a VOC 2007 photo, who has a Flickr account, annotated nothing")
  func photographer() async throws {
    let owner = "<owner><flickrid>Fried Camels</flickrid><name>Jinky the Fruit Bat</name></owner>"
    let file = VOCSample.file(VOCSample.object + owner)
    let dataset = try await VOCSample.read(["a.xml": file]).dataset
    #expect(dataset.annotators.isEmpty)
    #expect(dataset.images.hasAssignment == [false])
  }

  @Test("Categories stand in order of their names, each with the place of its first use")
  func categories() async throws {
    let zebra = VOCSample.object.replacing("cat", with: "zebra")
    let ant = VOCSample.object.replacing("cat", with: "ant")
    let dataset = try await VOCSample.read([
      "b.xml": VOCSample.file(ant), "a.xml": VOCSample.file(zebra + VOCSample.object),
    ]).dataset
    #expect(dataset.categories.names == ["ant", "cat", "zebra"])
    #expect(dataset.categories.ids == [.absent, .absent, .absent])
    #expect(dataset.annotations.categories == [2, 1, 0])
    #expect(dataset.categories.places.map(\.file) == [1, 0, 0])
    #expect(dataset.categories.places.map(\.index) == [0, 1, 0])
  }

  @Test("Files come in the byte order of their names; hidden and other files are no records")
  func order() async throws {
    let file = VOCSample.file()
    let dataset = try await VOCSample.read([
      "b.xml": file, "a10.xml": file, "a9.XML": file, "B.xml": file, "é.xml": file,
      ".hidden.xml": file, "._a9.xml": "AppleDouble", "notes.txt": "", "below/c.xml": file,
    ]).dataset
    #expect(dataset.files == ["B.xml", "a10.xml", "a9.XML", "b.xml", "é.xml"])
    #expect(dataset.images.ids.map(dataset.text) == ["B", "a10", "a9", "b", "é"])
  }

  @Test("One file can be read alone, and its digest is that of its bytes")
  func singleFile() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("one.xml", VOCSample.file())
    try folder.write("two.xml", VOCSample.file())
    let result = try await VOCFormat.read(path, threads: 1)
    #expect(result.dataset.files == ["one.xml"])
    #expect(result.dataset.annotations.count == 1)
    let bytes = Array(VOCSample.file().utf8)
    #expect(result.sha256 == bytes.withUnsafeBytes { InputDigest.of($0.bytes) })
    #expect(try await VOCSample.read(folder).sha256 != result.sha256)
  }

  @Test("The digest of a folder is that of its names and their digests")
  func digest() async throws {
    // h=$(printf '<annotation/>' | sha256sum | cut -d' ' -f1)
    // printf 'a.xml\0%s\nb.xml\0%s\n' $h $h | sha256sum   (coreutils 9.1)
    let result = try await VOCSample.read(["a.xml": "<annotation/>", "b.xml": "<annotation/>"])
    #expect(
      result.sha256 == "ff561d9d1a088d61c43e5ee196da0bd113b6d0ded7cb3b72bc0b30a311b8a6ae"
    )
  }
}
