import Annotations
import Geometry

/// A box with what decides whether it is compared with another.
struct ComparedBox {
  let box: Box
  let row: Int
  let annotator: Int32
  let category: CategoryIdentity

  /// `nil` for a crowd region and for a box without extent.
  init?(_ row: Int, of dataset: Dataset) {
    let box = dataset.annotations.boxes[row]
    guard box.area > 0, !dataset.annotations.flags[row].hasAny(of: .crowd) else { return nil }
    self.box = box
    self.row = row
    annotator = dataset.annotations.annotators[row]
    category = CategoryIdentity(
      code: dataset.annotations.categories[row],
      id: dataset.annotations.categoryIDs[row]
    )
  }

  /// Whether all of its edges are finite numbers.
  var isFinite: Bool {
    box.right.isFinite && box.bottom.isFinite && box.x.isFinite && box.y.isFinite
  }

  func isSame(as other: ComparedBox) -> Bool {
    annotator == other.annotator && box == other.box
  }

  func isOfGroup(of other: ComparedBox) -> Bool {
    annotator == other.annotator && category == other.category
  }

  /// Equal boxes of one annotator stand together, the first record first.
  func isBefore(_ other: ComparedBox) -> Bool {
    // This tells most boxes apart.
    if box.x != other.box.x { return box.x < other.box.x }
    if box != other.box { return box < other.box }
    return (annotator, row) < (other.annotator, other.row)
  }

  /// Groups stand together, the first record first.
  func isOfEarlierGroup(than other: ComparedBox) -> Bool {
    if annotator != other.annotator { return annotator < other.annotator }
    return category == other.category ? row < other.row : category.isBefore(other.category)
  }
}

/// Tells categories apart, those that are not declared by their id.
struct CategoryIdentity: Hashable {
  let code: Int32
  let id: RecordID

  /// Some order.
  func isBefore(_ other: CategoryIdentity) -> Bool {
    code == other.code ? id.sortKey < other.id.sortKey : code < other.code
  }
}

extension RecordID {
  /// Some order in which equal ids are equal.
  fileprivate var sortKey: (Int, Int64) {
    switch self {
    case .number(let number): (0, number)
    case .text(let code): (1, Int64(code.rawValue))
    case .absent: (2, 0)
    }
  }
}
