/// What to read, and why: the reason is printed to the user.
package struct Detection: Sendable {
  /// The file or folder to give to the format.
  package let path: String
  package let format: any AnnotationFormat.Type
  /// `starts as a JSON object`.
  package let reason: String
}
