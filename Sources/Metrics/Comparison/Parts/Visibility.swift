import Annotations
package import Findings

/// Whether an object is hidden in part: marked as occluded or truncated, by either side of a pair.
package struct Visibility: ObjectSlicing {
  package static let key = SliceKey.visibility
  package static let values = ["clear", "occluded", "truncated"]

  private let flags: Sides<[AnnotationFlags]>
  /// Whether the files mark any object; else nothing is known of any.
  private let isMarked: Bool

  package init(_ pairing: DatasetPairing) {
    flags = Sides(a: pairing.a.annotations.flags, b: pairing.b.annotations.flags)
    isMarked = (flags.a + flags.b).contains { !$0.isDisjoint(with: [.occluded, .truncated]) }
  }

  package func value(of pair: ObjectPair) -> String? {
    value(flags.a[pair.a].union(flags.b[pair.b]))
  }

  package func value(of object: UnmatchedObject, side: Side) -> String? {
    value(flags[side][object.row])
  }

  private func value(_ flags: AnnotationFlags) -> String? {
    guard isMarked else { return nil }
    if flags.contains(.occluded) { return "occluded" }
    return flags.contains(.truncated) ? "truncated" : "clear"
  }
}
