import Annotations
import Geometry

/// The objects of one side in one image, in an order that does not depend on the file's.
struct ImageObjects: Sendable {
  struct Object: Sendable {
    /// Row of the annotation table.
    var row: Int
    var id: ObjectID
    var box: Box
    /// Position in the pairing's `categories`, or `AnnotationTable.noCategory`.
    var category: Int32
    /// The confidence of a prediction.
    var score: Double?
  }

  /// What takes part in one-to-one matching, by id.
  var singles: [Object] = []
  /// Crowd and ignore regions.
  var regions: [Object] = []
  /// Objects of an undeclared category, left out.
  var uncategorised = 0
  /// Categories that were not annotated exhaustively.
  var notExhaustive: Set<Int32> = []
}

/// An annotation's id in comparable form: numbers by value, before texts by their characters.
enum ObjectID: Hashable, Comparable, Sendable {
  case number(Int64)
  case text(String)
  case absent
}

extension ImageObjects.Object {
  /// A total order up to exact copies.
  static func precedes(_ lhs: Self, _ rhs: Self) -> Bool {
    if lhs.id != rhs.id { return lhs.id < rhs.id }
    if lhs.box != rhs.box { return lhs.box < rhs.box }
    return lhs.category < rhs.category
  }
}

extension ImageObjects {
  /// The objects of one image of a data set.
  ///
  /// `codes`: For each category row of the data set, its position among all categories.
  init(of image: Int, in dataset: Dataset, codes: [Int32], options: MatchingOptions) {
    let table = dataset.annotations
    var excluded: AnnotationFlags = [.crowd, .ignore]
    if options.ignoresDifficult { excluded.insert(.difficult) }
    for row in dataset.annotations(ofImage: image) {
      let category = table.categories[row]
      let isRegion = !table.flags[row].isDisjoint(with: excluded)
      if category == AnnotationTable.noCategory && !isRegion {
        uncategorised += 1
        continue
      }
      let object = Object(
        row: row,
        id: ObjectID(table.ids[row], in: dataset.strings),
        box: table.boxes[row],
        category: category == AnnotationTable.noCategory ? category : codes[Int(category)],
        score: table.scores[row]
      )
      if isRegion { regions.append(object) } else { singles.append(object) }
    }
    singles.sort(by: Object.precedes)
    notExhaustive = Set(dataset.images.notExhaustive[image].map { codes[Int($0)] })
  }
}

extension ObjectID {
  fileprivate init(_ id: RecordID, in strings: StringTable) {
    self =
      switch id {
      case .number(let number): .number(number)
      case .text(let code): .text(strings[code])
      case .absent: .absent
      }
  }
}
