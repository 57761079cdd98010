/// Marks that a file puts on an annotation; all are off where the file is silent.
package struct AnnotationFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether any of these is set.
  ///
  /// Another module sees the sets of the standard library as generic code, at 100 ns a call.
  package func hasAny(of flags: AnnotationFlags) -> Bool { rawValue & flags.rawValue != 0 }

  /// COCO `iscrowd`: a region of many objects, kept out of one-to-one matching.
  package static let crowd = AnnotationFlags(rawValue: 1 << 0)
  /// COCO `ignore`: to be left out of a score; another mark than `crowd`.
  package static let ignore = AnnotationFlags(rawValue: 1 << 1)
  /// Marks of what stands for no single object.
  ///
  /// Named, since another module would make the set anew, as generic code, wherever it writes both.
  package static let region = AnnotationFlags(rawValue: 1 << 0 | 1 << 1)
  /// Pascal VOC `difficult`.
  package static let difficult = AnnotationFlags(rawValue: 1 << 2)
  package static let occluded = AnnotationFlags(rawValue: 1 << 3)
  package static let truncated = AnnotationFlags(rawValue: 1 << 4)
  /// Set by the reader: the file gives no box, and this one is the smallest around the outline.
  package static let derivedBox = AnnotationFlags(rawValue: 1 << 5)
  /// Set by the reader: something in the attributes is of a kind that no attribute can hold.
  package static let unreadAttribute = AnnotationFlags(rawValue: 1 << 6)
  /// Set by the reader: the outline stands in a file that is not read (the PNG of a panoptic record).
  package static let outlineElsewhere = AnnotationFlags(rawValue: 1 << 7)
  /// Set by the reader: the file gives an outline without any ring, `[]`.
  package static let emptyOutline = AnnotationFlags(rawValue: 1 << 8)
  /// Set by the reader: COCO's `num_keypoints` is not how many keypoints are labelled.
  package static let wrongKeypointNumber = AnnotationFlags(rawValue: 1 << 9)
}
