import Annotations

extension AnnotationRecord {
  /// Reads a list of rings, a run-length mask, or nothing (`null`, `[]`, `[[]]`).
  mutating func readSegmentation(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ table: inout SegmentationTable
  ) throws(JSONFault) {
    switch cursor.byte {
    case 0x5b: try readRings(&cursor, &fields, &table)
    case 0x7b: try readMask(&cursor, &fields, &table)
    default:
      if cursor.accept(literal: "null") { return }
      fields.refuse(
        "'segmentation' must be a list of polygons or a run-length mask, found \(cursor.kindOfValue)"
      )
      try cursor.skipValue(depth: 3)
    }
  }

  private mutating func readRings(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ table: inout SegmentationTable
  ) throws(JSONFault) {
    let first = Int32(table.rings.count)
    cursor.position += 1
    cursor.skipSpace()
    if cursor.accept(0x5d) { return }
    var index = 0
    while true {
      if cursor.byte == 0x5b {
        let count = try readRing(&cursor, &fields, &table)
        if count % 2 != 0 {
          fields.refuse(
            "polygon \(index) of 'segmentation' has \(count) numbers; x, y pairs were expected"
          )
        }
      } else {
        fields.refuse(
          "'segmentation' must be a list of polygons, found \(cursor.kindOfValue) in it"
        )
        try cursor.skipValue(depth: 4)
      }
      index += 1
      cursor.skipSpace()
      if cursor.accept(0x5d) { break }
      try cursor.expect(0x2c, "',' or ']' was expected")
      cursor.skipSpace()
    }
    let end = Int32(table.rings.count)
    segmentation = first < end ? .polygons(first..<end) : .none
  }

  /// Reads one ring into the table and returns how many numbers it has; an empty one is no row.
  private func readRing(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ table: inout SegmentationTable
  ) throws(JSONFault) -> Int {
    cursor.position += 1
    cursor.skipSpace()
    if cursor.accept(0x5d) { return 0 }
    var count = 0
    while true {
      if cursor.startsNumber, cursor.byte(at: cursor.position + 1) != 0x49 {
        table.rings.append(try cursor.number().value)
      } else {
        fields.refuse("a polygon of 'segmentation' must hold numbers, found \(cursor.kindOfValue)")
        try cursor.skipValue(depth: 5)
      }
      count += 1
      cursor.skipSpace()
      if cursor.accept(0x5d) { break }
      try cursor.expect(0x2c, "',' or ']' was expected")
      cursor.skipSpace()
    }
    table.rings.endRow()
    return count
  }

  /// Reads `{"counts": …, "size": [height, width]}`.
  private mutating func readMask(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ table: inout SegmentationTable
  ) throws(JSONFault) {
    var counts: [UInt32]?
    var sides: [Int64] = []
    try cursor.eachMember { (cursor, key) throws(JSONFault) in
      if cursor.matches(key, "counts") {
        counts = try cursor.runLengths()
        if counts == nil {
          fields.refuse("'counts' must be a list of whole numbers or a compressed string")
        }
      } else if cursor.matches(key, "size"), cursor.byte == 0x5b {
        try cursor.eachElement { (cursor, _) throws(JSONFault) in
          sides.append(try cursor.optionalNumber()?.integer ?? -1)
        }
      } else {
        try cursor.skipValue(depth: 4)
      }
    }
    guard sides.count == 2, let height = Int32(exactly: sides[0]), height >= 0,
      let width = Int32(exactly: sides[1]), width >= 0
    else { return fields.refuse("'size' of a mask must be [height, width]") }
    guard let counts else { return fields.refuse("'counts' of a mask is missing") }
    let sum = counts.reduce(0) { $0 + Int($1) }
    guard sum == Int(height) * Int(width) else {
      return fields.refuse(
        "the runs of a mask add up to \(sum) px; its size is \(height) × \(width)"
      )
    }
    table.runs.appendRow(counts)
    table.maskSizes.append(MaskSize(height: Int(height), width: Int(width)))
    segmentation = .mask(Int32(table.maskSizes.count - 1))
  }
}

extension JSONCursor {
  /// Reads run lengths, as a list or compressed; `nil` where they are neither.
  fileprivate mutating func runLengths() throws(JSONFault) -> [UInt32]? {
    if byte == 0x22 {
      let raw = try string()
      return CompressedRuns.decode(text(of: raw).utf8)
    }
    guard byte == 0x5b else {
      try skipValue(depth: 4)
      return nil
    }
    var runs: [UInt32] = []
    var isClean = true
    try eachElement { (cursor, _) throws(JSONFault) in
      if let run = try cursor.optionalNumber()?.integer.flatMap(UInt32.init(exactly:)) {
        runs.append(run)
      } else {
        isClean = false
      }
    }
    return isClean ? runs : nil
  }
}
