/// The objects of one image after matching: every one of them stands in exactly one list.
package struct ComparedImage: Hashable, Sendable {
  /// Position in the pairing's `images`.
  package var index: Int
  /// Matched objects, by descending IoU.
  package var pairs: ArraySlice<ObjectPair>
  /// Objects without a counterpart.
  package var unmatched: Sides<ArraySlice<UnmatchedObject>>
  /// What took no part, and what another way to match gives.
  package var aside: AsideCounts

  /// Objects of both sides together, a matched pair counted once: the scene's complexity.
  package var unionCount: Int {
    pairs.count + unmatched.a.count + unmatched.b.count
  }
}

/// Counts of an image that no list of objects gives.
package struct AsideCounts: Hashable, Sendable {
  /// Unmatched objects that lie in a crowd or ignore region of the other side.
  package var absorbed: Sides<Int32> = Sides(a: 0, b: 0)
  /// Crowd and ignore regions, which are never matched.
  package var regions: Sides<Int32> = Sides(a: 0, b: 0)
  /// Objects whose category the file does not declare; they take no part.
  package var uncategorised: Sides<Int32> = Sides(a: 0, b: 0)
  /// Objects without the mask or the keypoints that are compared; they match nothing.
  package var shapeless: Sides<Int32> = Sides(a: 0, b: 0)
  /// Category mismatches among the pairs that matching without regard to categories gives.
  package var agnosticMismatches: Int32 = 0
}

/// Two objects that are taken for the same one.
package struct ObjectPair: Hashable, Sendable {
  /// Position of their image in the pairing's `images`.
  package let image: Int32
  /// Positions in the pairing's `categories`.
  package let categories: Sides<Int32>
  /// By the similarity that was asked for; of boxes or masks IoU.
  package let iou: Double
  // Half the size of `Int`: there are as many pairs as objects.
  private let rows: Sides<Int32>

  init(image: Int32, a: ImageObjects.Object, b: ImageObjects.Object, iou: Double) {
    self.image = image
    categories = Sides(a: a.category, b: b.category)
    self.iou = iou
    rows = Sides(a: Int32(a.row), b: Int32(b.row))
  }

  /// Row of A's annotation table.
  package var a: Int { Int(rows.a) }
  /// Row of B's annotation table.
  package var b: Int { Int(rows.b) }

  package var agrees: Bool { categories.a == categories.b }

  /// The order of an image's pairs: by descending IoU, then by rows.
  func precedes(_ other: ObjectPair) -> Bool {
    if iou != other.iou { return iou > other.iou }
    return rows.a != other.rows.a ? rows.a < other.rows.a : rows.b < other.rows.b
  }
}

/// An object that the other side does not have.
package struct UnmatchedObject: Hashable, Sendable {
  /// Position of its image in the pairing's `images`.
  package let image: Int32
  /// Position in the pairing's `categories`.
  package let category: Int32
  private let tableRow: Int32
  /// Whether a side says that the category was not annotated exhaustively in this image (LVIS).
  package let isUnknown: Bool

  init(image: Int32, _ object: ImageObjects.Object, isUnknown: Bool) {
    self.image = image
    category = object.category
    tableRow = Int32(object.row)
    self.isUnknown = isUnknown
  }

  /// Row of its side's annotation table.
  package var row: Int { Int(tableRow) }
}
