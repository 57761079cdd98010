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
    var excluded: AnnotationFlags = [.crowd, .ignore]
    if options.ignoresDifficult { excluded.insert(.difficult) }
    let rows = dataset.annotations(ofImage: image)
    singles.reserveCapacity(rows.count)
    // A copy of the table here would retain each of its columns, once an image.
    for row in rows {
      let category = dataset.annotations.categories[row]
      let isRegion = dataset.annotations.flags[row].hasAny(of: excluded)
      if category == AnnotationTable.noCategory && !isRegion {
        uncategorised += 1
        continue
      }
      let object = Object(
        row: row,
        box: dataset.annotations.boxes[row],
        category: category == AnnotationTable.noCategory ? category : codes[Int(category)],
        score: dataset.annotations.scores[row]
      )
      if isRegion { regions.append(object) } else { singles.append(object) }
    }
    sort(in: dataset)
    if !dataset.images.notExhaustive.elements.isEmpty {
      notExhaustive = Set(dataset.images.notExhaustive[image].map { codes[Int($0)] })
    }
  }

  /// Puts the objects in an order that is total up to exact copies; most files have it already.
  private mutating func sort(in dataset: Dataset) {
    let (ids, strings) = (dataset.annotations.ids, dataset.strings)
    func precedes(_ lhs: Object, _ rhs: Object) -> Bool {
      // Almost all ids are numbers and differ.
      if case (.number(let left), .number(let right)) = (ids[lhs.row], ids[rhs.row]),
        left != right
      {
        return left < right
      }
      return Object.precedes(
        (lhs, ObjectID(ids[lhs.row], in: strings)),
        (rhs, ObjectID(ids[rhs.row], in: strings))
      )
    }
    let isInOrder = singles.indices.dropFirst().allSatisfy {
      !precedes(singles[$0], singles[$0 - 1])
    }
    if !isInOrder { singles.sort(by: precedes) }
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
