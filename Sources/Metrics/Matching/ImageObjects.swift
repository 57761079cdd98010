import Annotations
import Geometry

/// The objects of one side in one image, in an order that does not depend on the file's.
struct ImageObjects: Sendable {
  struct Object: Sendable {
    /// Row of the annotation table.
    var row: Int
    var box: Box
    /// Position in the pairing's `categories`, or `AnnotationTable.noCategory`.
    var category: Int32
    /// The confidence of a prediction.
    var score: Double?
    /// Its id where that is a number, else the largest there is.
    var number: Int64
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

extension ImageObjects {
  /// The objects of one image of a data set.
  ///
  /// `codes`: For each category row of the data set, its position among all categories.
  init(of image: Int, in dataset: Dataset, codes: [Int32], options: MatchingOptions) {
    self.init(of: image, in: ObjectColumns(dataset, codes: codes, options: options))
  }

  init(of image: Int, in columns: ObjectColumns) {
    self.init()
    columns.read(image, into: &self)
  }

  /// Leaves no object, and room for the next.
  mutating func removeAll() {
    singles.removeAll(keepingCapacity: true)
    regions.removeAll(keepingCapacity: true)
    uncategorised = 0
    if !notExhaustive.isEmpty { notExhaustive = [] }
  }
}

extension ImageObjects.Object {
  /// A total order up to exact copies, of objects of the same data set or of two.
  static func precedes(_ lhs: (Self, id: ObjectID), _ rhs: (Self, id: ObjectID)) -> Bool {
    if lhs.id != rhs.id { return lhs.id < rhs.id }
    if lhs.0.box != rhs.0.box { return lhs.0.box < rhs.0.box }
    return lhs.0.category < rhs.0.category
  }
}

/// An annotation's id in comparable form: numbers by value, before texts by their characters.
enum ObjectID: Comparable {
  case number(Int64)
  case text(String)
  case absent

  init(_ id: RecordID, in strings: StringTable) {
    self =
      switch id {
      case .number(let number): .number(number)
      case .text(let code): .text(strings[code])
      case .absent: .absent
      }
  }
}
