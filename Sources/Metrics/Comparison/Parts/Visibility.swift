import Annotations
package import Findings

/// Whether an object is hidden in part: marked as occluded or truncated, by either side of a pair.
package struct Visibility: ObjectSlicing {
  package static let key = SliceKey.visibility
  package static let values = ["clear", "occluded", "truncated"]

  /// None where the files mark no object: then nothing is known of any.
  package let values: [String]

  private let flags: Sides<[AnnotationFlags]>

  package init(_ pairing: DatasetPairing) {
    flags = Sides(a: pairing.a.annotations.flags, b: pairing.b.annotations.flags)
    let marks: AnnotationFlags = [.occluded, .truncated]
    let isMarked = [flags.a, flags.b].contains { $0.contains { $0.hasAny(of: marks) } }
    values = isMarked ? Self.values : []
  }

  package func code(of pair: ObjectPair) -> Int {
    Self.code(flags.a[pair.a].union(flags.b[pair.b]))
  }

  package func code(of object: UnmatchedObject, side: Side) -> Int {
    Self.code(side == .a ? flags.a[object.row] : flags.b[object.row])
  }

  private static func code(_ flags: AnnotationFlags) -> Int {
    if flags.contains(.occluded) { return 1 }
    return flags.contains(.truncated) ? 2 : 0
  }
}
