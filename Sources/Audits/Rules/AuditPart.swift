package import Formats

/// What a rule is given to check; parts are independent of each other.
package enum AuditPart: Sendable {
  /// Some images with their annotations, or annotations without an image.
  case block(AnnotationBlock)
  /// All that was read, for what only shows in all records at once.
  case whole(ReadResult)
}
