package import Annotations
package import Formats

/// A piece of what was read that is checked in one go; pieces are independent of each other.
package enum AuditPart: Sendable {
  /// Some whole images.
  case slice(Dataset.Slice)
  /// What no slice holds: annotations without an image, and what only shows in all records at once.
  case remainder(ReadResult)

  /// All of it, in the order in which findings are given.
  package static func parts(of read: ReadResult) -> [AuditPart] {
    read.dataset.slices.map(AuditPart.slice) + [.remainder(read)]
  }
}
