import Annotations
import Geometry

/// Reads `segments_info` of a panoptic record: the objects of one image, whose masks are in a PNG file that is
/// not read.
struct SegmentReader {
  /// What the file says of one segment.
  struct Segment {
    /// JSON pointer within the record.
    var pointer: String
    /// From the start of the record on, both counted from 1.
    var line: Int
    var column: Int
    var id: RecordID?
    var categoryID: RecordID?
    var box: Box?
    /// Of the mask, in px².
    var area: Double?
    var isCrowd = false
    var problem: String?

    func place(within record: SourcePlace) -> SourcePlace {
      PlaceShift(line: Int(record.line), column: record.column, index: record.index)(
        SourcePlace(file: record.file, line: UInt32(clamping: line), column: column, index: 0)
      )
    }

    /// Ids of segments are colours of one PNG file, unique within their image only.
    func id(ofImage image: RecordID, texts: inout FileTexts) -> RecordID {
      guard let own = id, own != .absent else { return .absent }
      return .text(texts.code(ofName: "\(texts.text(of: image))/\(texts.text(of: own))"))
    }
  }

  private enum Key: String, CaseIterable {
    case id, bbox, area, iscrowd
    case categoryID = "category_id"
  }

  private(set) var all: [Segment] = []
  /// Whether the record has the list, an empty one included.
  private(set) var arePresent = false
  private let keys = JSONKeyTable<Key>()
  private var recordStart = 0
  private var draft = RecordDraft()

  mutating func begin(at offset: Int) {
    recordStart = offset
    arePresent = false
    if !all.isEmpty { all = [] }
  }

  /// Reads the value of `segments_info`; `null` is none.
  mutating func read(
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    draft outer: inout RecordDraft
  ) throws(JSONError) {
    if try scanner.kind() == .null { return try scanner.readNull() }
    guard try scanner.kind() == .list else {
      return try outer.skip("segments_info", mustBe: "a list of segments", from: &scanner)
    }
    arePresent = true
    guard try scanner.openList() else { return }
    var lines = SourceLines(from: recordStart)
    repeat {
      lines.advance(to: scanner.position, in: scanner.bytes)
      var segment = Segment(
        pointer: "/segments_info/\(all.count)",
        line: lines.line,
        column: lines.column
      )
      draft.reset()
      try read(&segment, from: &scanner, texts: &texts)
      segment.problem = draft.problem
      all.append(segment)
    } while try scanner.hasMoreElements()
  }

  private mutating func read(
    _ segment: inout Segment,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    let kind = try scanner.kind()
    guard kind == .object else {
      draft.refuse("a segment must be an object, found \(kind.noun)")
      return try scanner.skipValue()
    }
    if try scanner.openObject() {
      repeat {
        let key = try draft.readKey(in: keys, from: &scanner)
        switch key.known.map({ keys[$0] }) {
        case .id: segment.id = try draft.readID("id", from: &scanner, texts: &texts)
        case .categoryID:
          segment.categoryID = try draft.readID("category_id", from: &scanner, texts: &texts)
        case .bbox: segment.box = try draft.readBox(from: &scanner)
        case .area: segment.area = try draft.readNumber("area", from: &scanner)
        case .iscrowd: segment.isCrowd = try draft.readMark("iscrowd", from: &scanner)
        case nil: try scanner.skipValue()
        }
        draft.noteNonFinite(under: key.text, in: &scanner)
      } while try scanner.hasMoreMembers()
    }
    if segment.categoryID == nil {
      draft.refuse("'category_id' is missing; expected the id of a category")
    }
    if segment.box == nil {
      draft.refuse(
        "'bbox' is missing; expected [x, y, width, height], as masks in PNG are not read"
      )
    }
  }
}
