import Annotations

extension COCOReader {
  /// Reads one category; returns what makes it unusable.
  mutating func readCategory(at place: SourcePlace) throws(JSONFault) -> String? {
    var id: RecordID?
    var name: String?
    var supercategory = ""
    var fields = RecordFields()
    var strings = StringTable()
    swap(&strings, &columns.strings)
    defer { swap(&strings, &columns.strings) }
    try cursor.eachMember { (cursor, key) throws(JSONFault) in
      if cursor.matches(key, "id") {
        fields.see(0, "id")
        id = try cursor.recordID(&strings)
        if id == nil { fields.refuse("'id' must be a whole number or a string") }
      } else if cursor.matches(key, "name") {
        fields.see(1, "name")
        name = try cursor.optionalString()
        if name == nil { fields.refuse("'name' must be a string") }
      } else if cursor.matches(key, "supercategory") {
        fields.see(2, "supercategory")
        supercategory = try cursor.optionalString() ?? ""
      } else {
        try cursor.skipValue(depth: 3)
      }
    }
    if cursor.nonFinite != nil { fields.refuse("it holds NaN or Infinity, which is not JSON") }
    if id == nil { fields.refuse("'id' is missing") }
    if name == nil { fields.refuse("'name' is missing") }
    guard fields.problem == nil, let id, let name else { return fields.problem }
    columns.categories.ids.append(id)
    columns.categories.names.append(name)
    columns.categories.supercategories.append(supercategory)
    columns.categories.places.append(place)
    return nil
  }
}
