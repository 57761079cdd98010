/// The objects of one image after matching: every one of them stands in exactly one list.
package struct ComparedImage: Hashable, Sendable {
  /// Position in the pairing's `images`.
  package var index: Int
  /// Matched objects, by descending IoU.
  package var pairs: [ObjectPair] = []
  /// Objects without a counterpart, by category.
  package var unmatched: Sides<[UnmatchedObject]> = Sides(a: [], b: [])
  /// Unmatched objects that lie in a crowd or ignore region of the other side.
  package var absorbed: Sides<Int> = Sides(a: 0, b: 0)
  /// Crowd and ignore regions, which are never matched.
  package var regions: Sides<Int> = Sides(a: 0, b: 0)
  /// Objects whose category the file does not declare; they take no part.
  package var uncategorised: Sides<Int> = Sides(a: 0, b: 0)
  /// Objects without the mask or the keypoints that are compared; they match nothing.
  package var shapeless: Sides<Int> = Sides(a: 0, b: 0)
  /// Category mismatches among the pairs that matching without regard to categories gives.
  package var agnosticMismatches = 0

  /// Objects of both sides together, a matched pair counted once: the scene's complexity.
  package var unionCount: Int {
    pairs.count + unmatched.a.count + unmatched.b.count
  }
}

/// Two objects that are taken for the same one.
package struct ObjectPair: Hashable, Sendable {
  /// Row of A's annotation table.
  package var a: Int
  /// Row of B's annotation table.
  package var b: Int
  /// Positions in the pairing's `categories`.
  package var categories: Sides<Int32>
  /// By the similarity that was asked for; of boxes or masks IoU.
  package var iou: Double

  package var agrees: Bool { categories.a == categories.b }
}

/// An object that the other side does not have.
package struct UnmatchedObject: Hashable, Sendable {
  /// Row of its side's annotation table.
  package var row: Int
  /// Position in the pairing's `categories`.
  package var category: Int32
  /// Whether a side says that the category was not annotated exhaustively in this image (LVIS).
  package var isUnknown: Bool
}
