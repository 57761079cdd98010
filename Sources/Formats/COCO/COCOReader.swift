import Annotations

/// Reads one COCO document into columns, record by record.
struct COCOReader: ~Copyable {
  var cursor: JSONCursor
  var columns = COCOColumns()
  var quarantined: [Quarantined] = []
  private var lines: LineCounter
  private let file: String

  init(_ bytes: UnsafeRawBufferPointer, file: String) {
    cursor = JSONCursor(bytes)
    lines = LineCounter(bytes)
    self.file = file
  }

  /// The lists of the document, by their keys.
  private enum List: String, CaseIterable {
    case images, categories, annotations

    var key: StaticString {
      switch self {
      case .images: "images"
      case .categories: "categories"
      case .annotations: "annotations"
      }
    }
  }

  /// Reads the whole document; its lists may come in any order.
  mutating func readDocument() throws(JSONFault) {
    try checkEncoding()
    cursor.skipSpace()
    guard cursor.position < cursor.end else { throw cursor.fault("a JSON object was expected") }
    guard cursor.byte == 0x7b else {
      throw cursor.fault(
        cursor.byte == 0x5b
          ? "a list stands here; a COCO object with 'images', 'categories' and 'annotations' was expected"
          : "a JSON object was expected"
      )
    }
    let start = cursor.position
    var found: Set<List> = []
    var isFirst = true
    cursor.position += 1
    while try nextMember(&isFirst) {
      let keyStart = cursor.position
      let key = try readKey()
      guard let list = List.allCases.first(where: { cursor.matches(key, $0.key) }) else {
        try cursor.skipValue(depth: 1)
        continue
      }
      guard found.insert(list).inserted else {
        throw JSONFault(offset: keyStart, problem: "'\(list.rawValue)' is given twice")
      }
      try read(list)
    }
    cursor.skipSpace()
    guard cursor.position == cursor.end else {
      throw cursor.fault("nothing was expected behind the document")
    }
    if let missing = List.allCases.first(where: { !found.contains($0) && $0 != .categories }) {
      throw JSONFault(offset: start, problem: "the object has no '\(missing.rawValue)' list")
    }
  }

  /// Moves to the next member of the document, or behind its end.
  private mutating func nextMember(_ isFirst: inout Bool) throws(JSONFault) -> Bool {
    cursor.skipSpace()
    if cursor.accept(0x7d) {
      return false
    }
    if !isFirst {
      try cursor.expect(0x2c, "',' or '}' was expected")
      cursor.skipSpace()
    }
    isFirst = false
    return true
  }

  private mutating func readKey() throws(JSONFault) -> JSONCursor.RawString {
    guard cursor.byte == 0x22 else { throw cursor.fault("a key in quotes was expected") }
    let key = try cursor.string()
    cursor.skipSpace()
    try cursor.expect(0x3a, "':' was expected after the key")
    cursor.skipSpace()
    return key
  }

  private mutating func read(_ list: List) throws(JSONFault) {
    guard cursor.byte == 0x5b else {
      throw cursor.fault("'\(list.rawValue)' must be a list of objects")
    }
    cursor.position += 1
    cursor.skipSpace()
    if cursor.accept(0x5d) { return }
    var index: Int32 = 0
    while true {
      try readRecord(of: list, at: index)
      index += 1
      cursor.skipSpace()
      if cursor.accept(0x5d) { return }
      try cursor.expect(0x2c, "',' or ']' was expected")
      cursor.skipSpace()
    }
  }

  /// Reads one element of a list into its table, or puts it into quarantine.
  private mutating func readRecord(of list: List, at index: Int32) throws(JSONFault) {
    let start = cursor.position
    let line = lines.place(of: start)
    let place = SourcePlace(file: 0, line: line.line, column: line.column, index: index)
    cursor.nonFinite = nil
    let problem: String?
    if cursor.byte == 0x7b {
      problem =
        switch list {
        case .images: try readImage(at: place)
        case .categories: try readCategory(at: place)
        case .annotations: try readAnnotation(at: place)
        }
    } else {
      try cursor.skipValue(depth: 2)
      problem = "an object was expected"
    }
    guard let problem else { return }
    quarantined.append(
      Quarantined(
        file: file,
        line: Int(place.line),
        column: place.column,
        pointer: "/\(list.rawValue)/\(index)",
        problem: problem
      )
    )
  }

  /// Passes over a byte order mark of UTF-8 and refuses other encodings.
  private mutating func checkEncoding() throws(JSONFault) {
    let start = (cursor.byte(at: 0), cursor.byte(at: 1), cursor.byte(at: 2))
    if start == (0xef, 0xbb, 0xbf) { cursor.position = 3 }
    let isUTF16 = start.0 == 0xff && start.1 == 0xfe || start.0 == 0xfe && start.1 == 0xff
    let hasZero = cursor.end > 1 && (start.0 == 0 || start.1 == 0)
    if isUTF16 || hasZero { throw cursor.fault("the text is UTF-16 or UTF-32; UTF-8 was expected") }
  }
}
