import Annotations

/// Reads the records of `categories`.
struct CategoryReader: RecordReader, ~Copyable {
  enum Key: String, CaseIterable {
    case id, name, supercategory, keypoints, skeleton
  }

  static let listName = "categories"
  let keys = JSONKeyTable<Key>()
  var draft = RecordDraft()
  private var table = CategoryTable()

  private var id: RecordID?
  private var name: String?
  private var supercategory = ""
  private var skeleton = SkeletonReader()

  mutating func begin(at offset: Int) {
    id = nil
    name = nil
    supercategory = ""
    skeleton.begin()
  }

  mutating func read(
    _ key: Key,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    switch key {
    case .id: id = try draft.readID("id", from: &scanner, texts: &texts)
    case .name: name = try draft.readText("name", from: &scanner)
    case .keypoints: try skeleton.readNames(from: &scanner, texts: &texts, draft: &draft)
    case .skeleton: try skeleton.readLimbs(from: &scanner, draft: &draft)
    case .supercategory:
      // Some writers give null or a number here, which hurts nothing.
      let code = try texts.readName(from: &scanner)
      supercategory = code.map { texts.strings[$0] } ?? ""
    }
  }

  mutating func takeRows() -> CategoryRows { CategoryRows(table: table) }

  mutating func finish(place: SourcePlace, texts: inout FileTexts) {
    if id == nil { draft.refuse("a category has no 'id'; expected an integer or a text") }
    if name == nil { draft.refuse("a category has no 'name'; expected a text") }
    let limbs = skeleton.limbs(draft: &draft)
    guard draft.problem == nil, let id, let name else { return }
    table.ids.append(id)
    table.names.append(name)
    table.supercategories.append(supercategory)
    table.keypointNames.appendRow(skeleton.names)
    table.skeletons.appendRow(limbs)
    table.places.append(place)
  }
}
