import Annotations

/// Reads the records of `images`.
struct ImageReader: RecordReader, ~Copyable {
  enum Key: String, CaseIterable {
    case id, width, height, scene, split, attributes
    case fileName = "file_name"
    case raters = "rater_list"
    case notExhaustive = "not_exhaustive_category_ids"
  }

  static let listName = "images"
  let keys = JSONKeyTable<Key>()
  var draft = RecordDraft()
  private var table = ImageTable()
  private var notExhaustiveIDs = Ragged<RecordID>()

  private var id: RecordID?
  private var fileName: String?
  private var width: Int?
  private var height: Int?
  private var scene: StringCode?
  private var split: StringCode?
  private var sceneOfAttributes: StringCode?
  private var raters: [StringCode]?
  private var notExhaustive: [RecordID] = []

  /// No side of an image is longer, so that two of them multiply without overflow.
  private static let longestSide = Int64(Int32.max)

  mutating func begin(at offset: Int) {
    id = nil
    fileName = nil
    width = nil
    height = nil
    scene = nil
    split = nil
    sceneOfAttributes = nil
    raters = nil
    notExhaustive.removeAll(keepingCapacity: true)
  }

  mutating func read(
    _ key: Key,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    switch key {
    case .id: id = try draft.readID("id", from: &scanner, texts: &texts)
    case .fileName: fileName = try draft.readText("file_name", from: &scanner)
    case .width: width = try Self.readSide(from: &scanner)
    case .height: height = try Self.readSide(from: &scanner)
    case .scene: scene = try texts.readName(from: &scanner)
    case .split: split = try texts.readName(from: &scanner)
    case .attributes: try readAttributes(from: &scanner, texts: &texts)
    case .raters: try readRaters(from: &scanner, texts: &texts)
    case .notExhaustive:
      try draft.readIDs(
        "not_exhaustive_category_ids",
        from: &scanner,
        texts: &texts,
        into: &notExhaustive
      )
    }
  }

  mutating func takeRows() -> ImageRows {
    ImageRows(table: table, notExhaustiveIDs: notExhaustiveIDs)
  }

  mutating func finish(place: SourcePlace, texts: inout FileTexts) {
    if id == nil { draft.refuse("an image has no 'id'; expected an integer or a text") }
    if fileName == nil { draft.refuse("an image has no 'file_name'; expected a text") }
    guard draft.problem == nil, let id, let fileName else { return }
    table.ids.append(id)
    table.fileNames.append(fileName)
    if let width, let height {
      table.sizes.append(ImageSize(width: width, height: height))
    } else {
      table.sizes.append(nil)
    }
    table.scenes.append(scene ?? sceneOfAttributes)
    table.splits.append(split)
    for rater in raters ?? [] { table.assigned.append(texts.annotator(named: rater)) }
    table.assigned.endRow()
    table.hasAssignment.append(raters != nil)
    notExhaustiveIDs.appendRow(notExhaustive)
    table.places.append(place)
  }

  /// A positive integer; anything else is no size.
  private static func readSide(from scanner: inout JSONScanner) throws(JSONError) -> Int? {
    guard try scanner.kind() == .number else {
      try scanner.skipValue()
      return nil
    }
    guard let side = try scanner.readNumber().integer, 1...longestSide ~= side else { return nil }
    return Int(side)
  }

  private mutating func readAttributes(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    guard try scanner.kind() == .object else { return try scanner.skipValue() }
    guard try scanner.openObject() else { return }
    repeat {
      let name = try scanner.readKey()
      if keys.key(name, in: scanner) == .scene {
        sceneOfAttributes = try texts.readName(from: &scanner)
      } else {
        try scanner.skipValue()
      }
    } while try scanner.hasMoreMembers()
  }

  private mutating func readRaters(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    let kind = try scanner.kind()
    guard kind == .list else {
      return try kind == .null
        ? scanner.readNull()
        : draft.skip("rater_list", mustBe: "a list of names", from: &scanner)
    }
    var names: [StringCode] = []
    if try scanner.openList() {
      repeat {
        if let name = try texts.readName(from: &scanner) {
          names.append(name)
        } else {
          draft.refuse("'rater_list' must be a list of names, found another kind of value in it")
        }
      } while try scanner.hasMoreElements()
    }
    raters = names
  }
}
