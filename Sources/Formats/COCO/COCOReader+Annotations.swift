import Annotations
import Geometry

extension COCOReader {
  /// Reads one annotation; returns what makes it unusable.
  mutating func readAnnotation(at place: SourcePlace) throws(JSONFault) -> String? {
    var record = AnnotationRecord()
    var fields = RecordFields()
    let rings = columns.segmentation.rings.count
    let masks = columns.segmentation.runs.count
    var isFirst = true
    cursor.position += 1
    while true {
      cursor.skipSpace()
      if cursor.accept(0x7d) { break }
      if !isFirst {
        try cursor.expect(0x2c, "',' or '}' was expected")
        cursor.skipSpace()
      }
      isFirst = false
      guard cursor.byte == 0x22 else { throw cursor.fault("a key in quotes was expected") }
      let key = try cursor.string()
      cursor.skipSpace()
      try cursor.expect(0x3a, "':' was expected after the key")
      cursor.skipSpace()
      try record.read(key, &cursor, &fields, &columns)
    }
    record.finish(&fields, nonFinite: cursor.nonFinite != nil)
    guard fields.problem == nil, let image = record.imageID, let category = record.categoryID,
      let box = record.box
    else {
      columns.segmentation.removeRows(fromRing: rings, fromMask: masks)
      return fields.problem
    }
    columns.annotations.ids.append(record.id)
    columns.annotations.imageIDs.append(image)
    columns.annotations.categoryIDs.append(category)
    columns.annotations.boxes.append(box)
    columns.annotations.statedAreas.append(record.area)
    columns.annotations.flags.append(record.flags)
    columns.annotations.segmentations.append(record.segmentation)
    columns.annotations.annotators.append(
      record.annotator.map { columns.annotator($0.name) } ?? AnnotationTable.noAnnotator
    )
    columns.annotations.seconds.append(record.seconds)
    columns.annotations.attributeRows.append(columns.attributeRow(record.attributes))
    columns.annotations.places.append(place)
    return nil
  }
}

extension COCOColumns {
  fileprivate mutating func attributeRow(_ attributes: [Attribute]) -> Int32 {
    guard !attributes.isEmpty else { return AnnotationTable.noAttributes }
    self.attributes.appendRow(attributes)
    return Int32(self.attributes.count - 1)
  }
}
