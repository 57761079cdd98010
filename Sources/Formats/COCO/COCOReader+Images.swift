import Annotations

extension COCOReader {
  /// Reads one image; returns what makes it unusable.
  mutating func readImage(at place: SourcePlace) throws(JSONFault) -> String? {
    var record = ImageRecord()
    var fields = RecordFields()
    var columns = COCOColumns()
    swap(&columns, &self.columns)
    defer { swap(&columns, &self.columns) }
    try cursor.eachMember { (cursor, key) throws(JSONFault) in
      try record.read(key, &cursor, &fields, &columns)
    }
    if cursor.nonFinite != nil { fields.refuse("it holds NaN or Infinity, which is not JSON") }
    if record.id == nil { fields.refuse("'id' is missing") }
    if record.fileName == nil { fields.refuse("'file_name' is missing") }
    guard fields.problem == nil, let id = record.id, let fileName = record.fileName else {
      return fields.problem
    }
    columns.images.ids.append(id)
    columns.images.fileNames.append(fileName)
    columns.images.sizes.append(record.size)
    columns.images.scenes.append(record.scene)
    columns.images.assigned.appendRow(record.assigned ?? [])
    columns.images.hasAssignment.append(record.assigned != nil)
    columns.images.places.append(place)
    columns.notExhaustiveIDs.appendRow(record.notExhaustive)
    return nil
  }
}

/// The fields of one image while it is read.
private struct ImageRecord {
  var id: RecordID?
  var fileName: String?
  var width: Int64?
  var height: Int64?
  var scene: StringCode?
  var assigned: [Int32]?
  var notExhaustive: [RecordID] = []

  /// `nil` unless both sides are given and positive.
  var size: ImageSize? {
    guard let width, let height, width > 0, height > 0,
      let columns = Int32(exactly: width), let rows = Int32(exactly: height)
    else { return nil }
    return ImageSize(width: Int(columns), height: Int(rows))
  }

  mutating func read(
    _ key: JSONCursor.RawString,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ columns: inout COCOColumns
  ) throws(JSONFault) {
    if cursor.matches(key, "id") {
      fields.see(0, "id")
      id = try cursor.recordID(&columns.strings)
      if id == nil { fields.refuse("'id' must be a whole number or a string") }
    } else if cursor.matches(key, "file_name") {
      fields.see(1, "file_name")
      fileName = try cursor.optionalString()
      if fileName == nil { fields.refuse("'file_name' must be a string") }
    } else if cursor.matches(key, "width") {
      fields.see(2, "width")
      width = try cursor.optionalNumber()?.integer
    } else if cursor.matches(key, "height") {
      fields.see(3, "height")
      height = try cursor.optionalNumber()?.integer
    } else if cursor.matches(key, "scene") {
      fields.see(4, "scene")
      scene = try cursor.optionalString().map { columns.strings.intern($0) } ?? scene
    } else if cursor.matches(key, "rater_list") {
      fields.see(5, "rater_list")
      assigned = try Self.names(&cursor, &columns)
      if assigned == nil { fields.refuse("'rater_list' must be a list of names") }
    } else if cursor.matches(key, "not_exhaustive_category_ids") {
      fields.see(6, "not_exhaustive_category_ids")
      try readNotExhaustive(&cursor, &columns)
    } else if cursor.matches(key, "attributes"), cursor.byte == 0x7b {
      fields.see(7, "attributes")
      try cursor.eachMember { (cursor, key) throws(JSONFault) in
        if cursor.matches(key, "scene"), let text = try cursor.optionalString() {
          scene = scene ?? columns.strings.intern(text)
        } else if !cursor.matches(key, "scene") {
          try cursor.skipValue(depth: 4)
        }
      }
    } else {
      try cursor.skipValue(depth: 3)
    }
  }

  private mutating func readNotExhaustive(
    _ cursor: inout JSONCursor,
    _ columns: inout COCOColumns
  ) throws(JSONFault) {
    guard cursor.byte == 0x5b else { return try cursor.skipValue(depth: 3) }
    try cursor.eachElement { (cursor, _) throws(JSONFault) in
      if let id = try cursor.recordID(&columns.strings) { notExhaustive.append(id) }
    }
  }

  /// Reads a list of strings or numbers as annotators; `nil` for a value of another kind.
  private static func names(
    _ cursor: inout JSONCursor,
    _ columns: inout COCOColumns
  ) throws(JSONFault) -> [Int32]? {
    guard cursor.byte == 0x5b else {
      try cursor.skipValue(depth: 3)
      return nil
    }
    var codes: [Int32] = []
    var isClean = true
    try cursor.eachElement { (cursor, _) throws(JSONFault) in
      if let name = try cursor.annotatorName() {
        codes.append(columns.annotator(name))
      } else {
        isClean = false
      }
    }
    return isClean ? codes : nil
  }
}

extension JSONCursor {
  /// Reads the name or number of an annotator; `nil` for a value of another kind.
  mutating func annotatorName() throws(JSONFault) -> String? {
    if byte == 0x22 { return try optionalString() }
    guard let number = try optionalNumber() else { return nil }
    return text(of: RawString(bytes: number.bytes, hasEscapes: false))
  }
}
