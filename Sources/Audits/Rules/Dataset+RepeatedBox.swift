import Annotations
import Geometry

/// An annotation whose box an earlier one has as well.
struct RepeatedBox {
  var row: Int
  /// The first annotation with the box; the first of the same category where there is one.
  var first: Int
  var isSameCategory: Bool
}

extension Dataset {
  /// The annotations of an image that repeat a box to the bit, in order, each once for a rule.
  ///
  /// Boxes are compared within one annotator's work. Crowd regions and boxes without extent are left
  /// out. An annotation is a repetition of its category's first one, or, where it is itself the first of
  /// its category, of the first one of another. O(n log n) for n annotations.
  func repeatedBoxes(ofImage image: Int) -> [RepeatedBox] {
    let rows = annotations(ofImage: image)
    guard rows.count > 1 else { return [] }
    let sorted = rows.compactMap { comparableBox(ofAnnotation: $0) }.sorted(by: <)
    var repeated: [RepeatedBox] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].isSame(as: sorted[start]) { end += 1 }
      if end - start > 1 {
        repeated += repetitions(among: sorted[start..<end].map(\.row))
      }
      start = end
    }
    return repeated.sorted { $0.row < $1.row }
  }

  /// Goes over the annotations that share a box.
  private func repetitions(among rows: [Int]) -> [RepeatedBox] {
    var firsts: [CategoryIdentity: Int] = [:]
    return rows.compactMap { row in
      let category = CategoryIdentity(
        code: annotations.categories[row],
        id: annotations.categoryIDs[row]
      )
      if let first = firsts[category] {
        return RepeatedBox(row: row, first: first, isSameCategory: true)
      }
      firsts[category] = row
      return row == rows[0] ? nil : RepeatedBox(row: row, first: rows[0], isSameCategory: false)
    }
  }

  private func comparableBox(ofAnnotation row: Int) -> ComparableBox? {
    let box = annotations.boxes[row]
    guard box.area > 0, !annotations.flags[row].contains(.crowd) else { return nil }
    return ComparableBox(annotator: annotations.annotators[row], box: box, row: row)
  }
}

/// A box with what decides whether it is compared with another.
private struct ComparableBox {
  var annotator: Int32
  var box: Box
  var row: Int

  func isSame(as other: ComparableBox) -> Bool {
    annotator == other.annotator && box == other.box
  }

  static func < (a: ComparableBox, b: ComparableBox) -> Bool {
    if a.annotator != b.annotator { return a.annotator < b.annotator }
    return a.box == b.box ? a.row < b.row : a.box < b.box
  }
}

/// Tells categories apart, those that are not declared by their id.
private struct CategoryIdentity: Hashable {
  var code: Int32
  var id: RecordID
}
