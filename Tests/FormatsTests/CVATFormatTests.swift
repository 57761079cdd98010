import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("CVAT for images")
struct CVATFormatTests {
  /// Two images, every kind of shape, and text outside ASCII.
  static let file = """
    <?xml version="1.0" encoding="utf-8"?>
    <annotations><version>1.1</version><meta><task><name>t</name><labels>
    <label><name>c&amp;t</name><attributes>
    <attribute><name>fur</name><input_type>checkbox</input_type></attribute>
    <attribute><name>age</name><input_type>number</input_type></attribute></attributes></label>
    <label><name>dög</name></label></labels></task></meta>
    <image id="7" name="a&amp;b.jpg" subset="train" width="640" height="480">
    <box label="c&amp;t" occluded="1" source="manual" xtl="1" ytl="2.5" xbr="11" ybr="4e0" z_order="2">
    <attribute name="fur">true</attribute><attribute name="age">3.5</attribute>
    <attribute name="note">日本</attribute></box>
    <polygon label="dög" occluded="0" source="auto" points="0,0;10,0;10,5.5" z_order="0" group_id="4"/>
    <polyline label="dög" points="0,0;1,1"/>
    <box label="dög" xtl="1" ytl="1" xbr="2" ybr="2" rotation="30"/></image>
    <image id="8" name="b.jpg"><box label="cow" xtl="3" ytl="3" xbr="1" ybr="9"/>
    <box label="dög" xtl="nan" ytl="3" xbr="1" ybr="9"/><tag label="dög"/></image>
    <track id="0" label="dög"><box frame="0" xtl="1" ytl="1" xbr="2" ybr="2"/></track>
    </annotations>

    """

  private typealias Parsed = (dataset: Dataset, quarantined: [Quarantined])

  private static func parse(_ bytes: [UInt8]) -> Result<Parsed, FormatError> {
    SAXParser.prepare()
    return Result { () throws(FormatError) in
      try CVATFormat.parse(bytes.span.bytes, path: "annotations.xml")
    }
  }

  private static func read(_ text: String) throws -> Parsed { try parse(Array(text.utf8)).get() }

  @Test("gives images, boxes, polygons, flags and attributes of their declared kinds")
  func columns() throws {
    let dataset = try Self.read(Self.file).dataset
    #expect(dataset.images.fileNames == ["a&b.jpg", "b.jpg"])
    #expect(dataset.images.ids == [.number(7), .number(8)])
    #expect(dataset.images.sizes == [ImageSize(width: 640, height: 480), nil])
    #expect(dataset.images.splits.map { $0.map { dataset.strings[$0] } } == ["train", nil])
    #expect(dataset.categories.names == ["c&t", "dög"])
    #expect(
      dataset.annotations.boxes == [
        Box(x: 1, y: 2.5, width: 10, height: 1.5), Box(x: 0, y: 0, width: 10, height: 5.5),
        Box(x: 3, y: 3, width: -2, height: 6),
      ]
    )
    #expect(dataset.annotations.categories == [0, 1, AnnotationTable.noCategory])
    #expect(dataset.text(of: dataset.annotations.categoryIDs[2]) == "cow")
    #expect(dataset.annotations.flags == [.occluded, [], []])
    #expect(dataset.annotations.segmentations == [.none, .polygons(0..<1), .none])
    #expect(Array(dataset.segmentation.rings[0]) == [0, 0, 10, 0, 10, 5.5])
    #expect(
      dataset.attributeTexts(0) == [
        "occluded=flag true", "source=text manual", "z_order=number 2.0", "fur=flag true",
        "age=number 3.5", "note=text 日本",
      ]
    )
    #expect(
      dataset.attributeTexts(1) == ["occluded=flag false", "source=text auto", "group=number 4.0"]
    )
    // Line 8 of the file; the polygon is the second child of the first image.
    #expect(
      dataset.annotations.places.prefix(2).map { [Int($0.line), $0.column, Int($0.index)] }
        == [[8, 1, 0], [11, 1, 1]]
    )
  }

  @Test("puts every shape aside that it cannot use, with its place and the reason")
  func quarantine() throws {
    let quarantined = try Self.read(Self.file).quarantined
    #expect(
      quarantined.map { "\($0.line):\($0.column) \($0.pointer): \($0.problem)" } == [
        "12:1 /annotations/image[1]/*[3]: the shape is 'polyline', which is not read; expected box or "
          + "polygon",
        "13:1 /annotations/image[1]/*[4]: the box is rotated by '30', which is not read; expected 0",
        "15:1 /annotations/image[2]/*[2]: 'xtl' must be a finite number in pixels, found 'nan'",
        "15:54 /annotations/image[2]/*[3]: the shape is 'tag', which is not read; expected box or "
          + "polygon",
        "16:1 /annotations/track[1]: a track with 1 shape of a video is not read; export the task as "
          + "'CVAT for images'",
      ]
    )
  }

  @Test("takes the labels that are used where the file declares none")
  func undeclared() throws {
    let box = #"xtl="1" ytl="1" xbr="2" ybr="2"/>"#
    let file =
      #"<annotations><image name="a"><box label="b" \#(box)<box label="a" \#(box)</image></annotations>"#
    let dataset = try Self.read(file).dataset
    #expect(dataset.categories.names == ["a", "b"])
    #expect(dataset.annotations.categories == [1, 0])
  }

  @Test("says of an image without a name, and of all its shapes, that they are of no use")
  func nameless() throws {
    let file = """
      <annotations><image id="1"><box label="b" xtl="1" ytl="1" xbr="2" ybr="2"/></image></annotations>
      """
    let result = try Self.read(file)
    #expect(result.dataset.images.count == 0 && result.dataset.annotations.count == 0)
    #expect(
      result.quarantined.map(\.problem) == [
        "'name' is missing; expected the file name of the image", "its image has no 'name'",
      ]
    )
  }

  @Test("is recognised by its root, as a file and in a folder")
  func recognise() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("annotations.xml", Self.file)
    let file = try FormatCatalog.detect(path)
    #expect(file.format.id == "cvat" && file.reason == "XML file with <annotations>")
    #expect(
      try FormatCatalog.detect(folder.path).reason
        == "folder with annotations.xml, which has <annotations>"
    )
    #expect(CVATFormat.recognise(try folder.write("b.xml", "<annotation/>")) == nil)
  }

  @Test("says of a file cut anywhere that it is cut, and where")
  func truncated() throws {
    let bytes = Array(Self.file.utf8)
    let lines = Self.file.split(separator: "\n", omittingEmptySubsequences: false).count
    // Behind the last '>' only the line's end is left.
    for length in 0..<bytes.count - 2 {
      guard
        case .failure(.malformed(_, let line, let column, _)) = Self.parse(Array(bytes[..<length]))
      else {
        Issue.record("cut after \(length) bytes, it was read")
        continue
      }
      #expect((1...lines).contains(line) && column >= 1)
    }
  }

  @Test("never crashes on a changed byte, and gives finite boxes only")
  func flipped() throws {
    let bytes = Array(Self.file.utf8)
    for index in bytes.indices {
      for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] ^= mask
        guard case .success(let result) = Self.parse(changed) else { continue }
        let dataset = result.dataset
        #expect(dataset.annotations.count + result.quarantined.count <= 9)
        #expect(dataset.annotations.boxes.allSatisfy { $0.x.isFinite && $0.width.isFinite })
      }
    }
  }

  @Test("refuses a DTD")
  func dtd() throws {
    let file = #"<!DOCTYPE annotations [<!ENTITY x "y">]>"# + "<annotations/>"
    guard case .failure(let error) = Self.parse(Array(file.utf8)) else {
      Issue.record("it was read")
      return
    }
    #expect(error.description.hasSuffix("a DTD is refused; expected none"))
  }

  @Test("keeps the place of a shape behind more than ten megabytes")
  func largeFile() throws {
    let box = #"<box label="a" xtl="1" ytl="1" xbr="2" ybr="2" occluded="0"></box>"#
    let lines = String(repeating: box + "\n", count: 170_000)
    let file = "<annotations><image name=\"a\">\n\(lines)</image></annotations>"
    let dataset = try Self.read(file).dataset
    #expect(dataset.annotations.count == 170_000)
    #expect(dataset.annotations.places.last?.line == 170_001)
    #expect(dataset.annotations.places.last?.column == 1)
  }
}
