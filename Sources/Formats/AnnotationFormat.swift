/// One way of writing annotations down, and its reader.
package protocol AnnotationFormat: Sendable {
  /// As reports name it: `coco`.
  static var id: String { get }

  /// Why the path holds this format, or `nil` where it does not.
  ///
  /// Looks at names and at the first bytes only.
  static func recognise(_ path: String) -> String?

  /// Reads everything at the path and quarantines the records that cannot be used.
  ///
  /// `threads` is how many may work at once, at least 1; it changes the time, never the result.
  ///
  /// - Throws: `FormatError` where nothing can be read.
  static func read(_ path: String, threads: Int) async throws(FormatError) -> ReadResult
}
