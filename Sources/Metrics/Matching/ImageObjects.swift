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
    notExhaustive = Set(dataset.images.notExhaustive[image].map { codes[Int($0)] })
  }

  /// Puts the objects in an order that is total up to exact copies; most files have it already.
  private mutating func sort(in dataset: Dataset) {
    func precedes(_ lhs: Object, _ rhs: Object) -> Bool {
      Object.precedes((lhs, in: dataset), (rhs, in: dataset))
    }
    let isInOrder = singles.indices.dropFirst().allSatisfy {
      !precedes(singles[$0], singles[$0 - 1])
    }
    if !isInOrder { singles.sort(by: precedes) }
  }
}

extension ImageObjects.Object {
  /// A total order up to exact copies, of objects of the same data set or of two.
  static func precedes(_ lhs: (Self, in: Dataset), _ rhs: (Self, in: Dataset)) -> Bool {
    let ids = (
      lhs.in.annotations.ids[lhs.0.row],
      rhs.in.annotations.ids[rhs.0.row]
    )
    // The strings of two data sets have different codes.
    if case (.number(let left), .number(let right)) = ids {
      if left != right { return left < right }
    } else {
      let (left, right) = (ObjectID(ids.0, in: lhs.in.strings), ObjectID(ids.1, in: rhs.in.strings))
      if left != right { return left < right }
    }
    if lhs.0.box != rhs.0.box { return lhs.0.box < rhs.0.box }
    return lhs.0.category < rhs.0.category
  }
}

/// An annotation's id in comparable form: numbers by value, before texts by their characters.
private enum ObjectID: Comparable {
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
