import Annotations
import Geometry

/// The fields of one annotation while it is read.
struct AnnotationRecord {
  var id = RecordID.absent
  var imageID: RecordID?
  var categoryID: RecordID?
  var box: Box?
  var area: Double?
  var flags: AnnotationFlags = []
  var segmentation = Segmentation.none
  var attributes: [Attribute] = []
  /// The name found at the first of `annotatorKeys`, and which one that was.
  var annotator: (name: String, rank: Int)?
  var seconds: Double?

  /// Keys that name who annotated; the first that is given counts, one on the annotation before one
  /// among its attributes.
  private static let annotatorKeys: [StaticString] = [
    "rater_id", "annotator", "annotator_id", "worker_id", "created_by", "completed_by",
  ]

  /// Keys that give the time spent, in seconds.
  private static let timeKeys: [StaticString] = [
    "annotation_time", "lead_time", "work_time_seconds",
  ]

  private static let marks: [(key: StaticString, flag: AnnotationFlags)] = [
    ("occluded", .occluded), ("truncated", .truncated), ("difficult", .difficult),
  ]

  /// Reads the value of one key.
  mutating func read(
    _ key: JSONCursor.RawString,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ columns: inout COCOColumns
  ) throws(JSONFault) {
    if cursor.matches(key, "segmentation") {
      fields.see(0, "segmentation")
      try readSegmentation(&cursor, &fields, &columns.segmentation)
    } else if cursor.matches(key, "bbox") {
      fields.see(1, "bbox")
      try readBox(&cursor, &fields)
    } else if cursor.matches(key, "id") {
      fields.see(2, "id")
      guard let id = try cursor.recordID(&columns.strings) else {
        return fields.refuse("'id' must be a whole number or a string")
      }
      self.id = id
    } else if cursor.matches(key, "image_id") {
      fields.see(3, "image_id")
      imageID = try cursor.recordID(&columns.strings)
      if imageID == nil { fields.refuse("'image_id' must be a whole number or a string") }
    } else if cursor.matches(key, "category_id") {
      fields.see(4, "category_id")
      categoryID = try cursor.recordID(&columns.strings)
      if categoryID == nil { fields.refuse("'category_id' must be a whole number or a string") }
    } else if cursor.matches(key, "area") {
      fields.see(5, "area")
      try readArea(&cursor, &fields)
    } else if cursor.matches(key, "iscrowd") {
      fields.see(6, "iscrowd")
      try readMark(.crowd, "iscrowd", &cursor, &fields)
    } else if cursor.matches(key, "ignore") {
      fields.see(7, "ignore")
      try readMark(.ignore, "ignore", &cursor, &fields)
    } else if cursor.matches(key, "attributes"), cursor.byte == 0x7b {
      fields.see(8, "attributes")
      try readAttributes(&cursor, &columns)
    } else {
      try readOther(key, &cursor, &columns)
    }
  }

  /// Says what is missing, once all keys were read.
  mutating func finish(_ fields: inout RecordFields, nonFinite: Bool) {
    if nonFinite { fields.refuse("it holds NaN or Infinity, which is not JSON") }
    if imageID == nil { fields.refuse("'image_id' is missing") }
    if categoryID == nil { fields.refuse("'category_id' is missing") }
    if box == nil { fields.refuse("'bbox' is missing; [x, y, width, height] was expected") }
  }

  private mutating func readBox(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    let expected = "'bbox' must be [x, y, width, height]"
    guard cursor.byte == 0x5b else {
      fields.refuse("\(expected), found \(cursor.kindOfValue)")
      return try cursor.skipValue(depth: 3)
    }
    var numbers = (0.0, 0.0, 0.0, 0.0)
    var count = 0
    var other: String?
    try cursor.eachElement { (cursor, index) throws(JSONFault) in
      count += 1
      let kind = cursor.kindOfValue
      guard let number = try cursor.optionalNumber() else {
        other = other ?? kind
        return
      }
      switch index {
      case 0: numbers.0 = number.value
      case 1: numbers.1 = number.value
      case 2: numbers.2 = number.value
      case 3: numbers.3 = number.value
      default: break
      }
    }
    if let other {
      fields.refuse("\(expected), found \(other) in it")
    } else if count != 4 {
      fields.refuse("\(expected), found \(count) number\(count == 1 ? "" : "s")")
    } else {
      box = Box(x: numbers.0, y: numbers.1, width: numbers.2, height: numbers.3)
    }
  }

  private mutating func readArea(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    if cursor.accept(literal: "null") { return }
    let kind = cursor.kindOfValue
    area = try cursor.optionalNumber()?.value
    if area == nil { fields.refuse("'area' must be a number, found \(kind)") }
  }

  private mutating func readMark(
    _ flag: AnnotationFlags,
    _ name: String,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    guard let isSet = try cursor.mark() else { return fields.refuse("'\(name)' must be 0 or 1") }
    if isSet { flags.insert(flag) }
  }

  /// Reads a key that is not COCO's own: who annotated, how long, or a mark.
  private mutating func readOther(
    _ key: JSONCursor.RawString,
    _ cursor: inout JSONCursor,
    _ columns: inout COCOColumns
  ) throws(JSONFault) {
    if let rank = Self.annotatorKeys.firstIndex(where: { cursor.matches(key, $0) }) {
      setAnnotator(try cursor.annotatorName(), rank: rank)
    } else if Self.timeKeys.contains(where: { cursor.matches(key, $0) }) {
      setSeconds(try cursor.optionalNumber()?.value)
    } else if let mark = Self.marks.first(where: { cursor.matches(key, $0.key) }) {
      if try cursor.mark() == true { flags.insert(mark.flag) }
    } else {
      try cursor.skipValue(depth: 3)
    }
  }

  /// Reads an object of attributes; lists and objects among them are passed over.
  private mutating func readAttributes(
    _ cursor: inout JSONCursor,
    _ columns: inout COCOColumns
  ) throws(JSONFault) {
    try cursor.eachMember { (cursor, key) throws(JSONFault) in
      let start = cursor.position
      if let rank = Self.annotatorKeys.firstIndex(where: { cursor.matches(key, $0) }) {
        setAnnotator(try cursor.annotatorName(), rank: rank + Self.annotatorKeys.count)
      } else if Self.timeKeys.contains(where: { cursor.matches(key, $0) }) {
        setSeconds(try cursor.optionalNumber()?.value)
      } else if let mark = Self.marks.first(where: { cursor.matches(key, $0.key) }) {
        if try cursor.mark() == true { flags.insert(mark.flag) }
      }
      cursor.position = start
      guard let value = try cursor.attributeValue(&columns.strings) else { return }
      let name = columns.strings.intern(cursor.text(of: key))
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private mutating func setAnnotator(_ name: String?, rank: Int) {
    guard let name, rank < annotator?.rank ?? .max else { return }
    annotator = (name, rank)
  }

  private mutating func setSeconds(_ value: Double?) {
    guard seconds == nil, let value, value >= 0 else { return }
    seconds = value
  }
}

extension JSONCursor {
  /// What the value at the cursor is, in words for a message.
  var kindOfValue: String {
    switch byte {
    case 0x22: "a string"
    case 0x7b: "an object"
    case 0x5b: "a list"
    case 0x74, 0x66: "a truth value"
    case 0x6e: "null"
    default: startsNumber ? "a number" : "NaN or Infinity"
    }
  }

  /// Reads a simple value; `nil` for a list or an object, which is passed over.
  fileprivate mutating func attributeValue(
    _ strings: inout StringTable
  ) throws(JSONFault) -> AttributeValue? {
    if byte == 0x22 {
      let raw = try string()
      return .text(strings.intern(text(of: raw)))
    }
    if accept(literal: "true") { return .flag(true) }
    if accept(literal: "false") { return .flag(false) }
    if accept(literal: "null") { return .null }
    return try optionalNumber().map { .number($0.value) }
  }
}
