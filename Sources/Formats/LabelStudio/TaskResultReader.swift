import Annotations

/// Reads a result of an annotation, whose members may come in any order.
struct TaskResultReader {
  private enum Key: String, CaseIterable {
    case id, type, value, score, from_name, parentID
    case originalWidth = "original_width"
    case originalHeight = "original_height"
    case imageRotation = "image_rotation"
    case itemIndex = "item_index"
  }

  private let keys = JSONKeyTable<Key>()
  private var draft = RecordDraft()
  private var value = ResultValue()
  private var sides: (width: Double?, height: Double?)

  /// Reads the element at the cursor, whatever it is.
  mutating func read(
    _ start: TaskResult,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> TaskResult {
    var result = start
    draft.reset()
    value.begin()
    sides = (nil, nil)
    scanner.nonFinite = nil
    let kind = try scanner.kind()
    guard kind == .object else {
      result.problem = "a result must be an object, found \(kind.noun)"
      try scanner.skipValue()
      return result
    }
    if try scanner.openObject() {
      repeat { try readMember(of: &result, from: &scanner) } while try scanner.hasMoreMembers()
    }
    finish(&result)
    return result
  }

  private mutating func readMember(
    of result: inout TaskResult,
    from scanner: inout JSONScanner
  ) throws(JSONError) {
    let key = try draft.readKey(in: keys, from: &scanner)
    switch key.known.map({ keys[$0] }) {
    case .id: result.id = try TaskReader.readID(from: &scanner) ?? ""
    case .type: result.kind = try draft.readText("type", from: &scanner) ?? ""
    case .from_name: result.name = try TaskReader.readID(from: &scanner) ?? ""
    case .parentID: result.parent = try TaskReader.readID(from: &scanner) ?? ""
    case .score: result.score = try draft.readNumber("score", from: &scanner)
    case .originalWidth: sides.width = try draft.readNumber("original_width", from: &scanner)
    case .originalHeight: sides.height = try draft.readNumber("original_height", from: &scanner)
    case .imageRotation:
      if let angle = try draft.readNumber("image_rotation", from: &scanner), angle != 0 {
        draft.refuse("the image is turned by \(angle) degrees, which is not read; expected 0")
      }
    case .itemIndex:
      if try scanner.kind() != .null {
        draft.refuse("it lies on one of several images of the task, which are not read")
      }
      try scanner.skipValue()
    case .value: try value.read(from: &scanner, draft: &draft)
    case nil:
      try scanner.skipValue()
      scanner.nonFinite = nil
    }
    draft.noteNonFinite(under: key.text, in: &scanner)
  }

  /// Makes one shape, labels and answers of what was read.
  private mutating func finish(_ result: inout TaskResult) {
    let longestSide = Double(Int32.max)
    if let width = sides.width, let height = sides.height {
      if 1...longestSide ~= width, 1...longestSide ~= height,
        width.rounded() == width, height.rounded() == height
      {
        result.size = ImageSize(width: Int(width), height: Int(height))
      } else {
        draft.refuse(
          "the image is \(width) × \(height) px; expected two whole numbers of at least 1"
        )
      }
    }
    result.labels = value.labels
    result.answers = value.answers
    switch Self.shapeKind(result.kind) {
    case .none: break
    case .unread:
      draft.refuse(
        "the shape is '\(result.kind)', which is not read; expected a rectangle, polygon, brush or "
          + "key point"
      )
    case .some(let kind): result.shape = value.shape(kind, draft: &draft)
    }
    result.problem = draft.problem
  }

  enum ShapeKind { case rectangle, polygon, point, brush, any }
  private enum Reading { case none, unread, some(ShapeKind) }

  /// What a type of the labelling page means: `rectangle` and `rectanglelabels` are one shape.
  private static func shapeKind(_ type: String) -> Reading {
    switch type {
    case "rectangle", "rectanglelabels": .some(.rectangle)
    case "polygon", "polygonlabels": .some(.polygon)
    case "keypoint", "keypointlabels": .some(.point)
    case "brush", "brushlabels": .some(.brush)
    // A label of its own repeats the numbers of the shape that it belongs to.
    case "labels": .some(.any)
    case "choices", "textarea", "number", "rating", "taxonomy", "datetime", "relation": .none
    default: .unread
    }
  }
}
