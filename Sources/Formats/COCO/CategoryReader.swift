import Annotations

/// Reads the records of `categories`.
struct CategoryReader: RecordReader, ~Copyable {
  enum Key: String, CaseIterable {
    case id, name, supercategory, keypoints, skeleton
  }

  static let listName = "categories"
  let keys = JSONKeyTable<Key>()
  var draft = RecordDraft()
  private(set) var table = CategoryTable()

  private var id: RecordID?
  private var name: String?
  private var supercategory = ""
  private var keypoints: [StringCode] = []
  private var limbs: [Limb] = []

  mutating func begin() {
    id = nil
    name = nil
    supercategory = ""
    keypoints.removeAll()
    limbs.removeAll()
  }

  mutating func read(
    _ key: Key,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    switch key {
    case .id: id = try draft.readID("id", from: &scanner, texts: &texts)
    case .name: name = try draft.readText("name", from: &scanner)
    case .supercategory:
      // Some writers give null or a number here, which hurts nothing.
      let code = try texts.readName(from: &scanner)
      supercategory = code.map { texts.strings[$0] } ?? ""
    case .keypoints: try readKeypoints(from: &scanner, texts: &texts)
    case .skeleton: try readSkeleton(from: &scanner)
    }
  }

  mutating func reserve(factor: Double) {}

  mutating func finish(place: SourcePlace, texts: inout FileTexts) {
    if id == nil { draft.refuse("a category has no 'id'; expected an integer or a text") }
    if name == nil { draft.refuse("a category has no 'name'; expected a text") }
    guard draft.problem == nil, let id, let name else { return }
    table.ids.append(id)
    table.names.append(name)
    table.supercategories.append(supercategory)
    table.keypointNames.appendRow(keypoints)
    table.skeletons.appendRow(limbs)
    table.places.append(place)
  }

  private mutating func readKeypoints(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    guard try scanner.kind() == .list else {
      return try scanner.kind() == .null
        ? scanner.readNull()
        : draft.skip("keypoints", mustBe: "a list of names", from: &scanner)
    }
    guard try scanner.openList() else { return }
    repeat {
      if let name = try texts.readName(from: &scanner) { keypoints.append(name) }
    } while try scanner.hasMoreElements()
  }

  /// Pairs of positions counted from 1; it is drawn, never measured, so what is no pair is left out.
  private mutating func readSkeleton(from scanner: inout JSONScanner) throws(JSONError) {
    guard try scanner.kind() == .list else { return try scanner.skipValue() }
    guard try scanner.openList() else { return }
    var ends: [Double] = []
    repeat {
      guard try scanner.kind() == .list else {
        try scanner.skipValue()
        continue
      }
      ends.removeAll(keepingCapacity: true)
      let other = try scanner.readNumbers(appendingTo: &ends)
      let positions = ends.compactMap { Int(exactly: $0) }.filter { $0 > 0 }
      guard other == nil, ends.count == 2, positions.count == 2 else { continue }
      limbs.append(Limb(from: positions[0] - 1, to: positions[1] - 1))
    } while try scanner.hasMoreElements()
  }
}
