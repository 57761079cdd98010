import Foundation

/// The sanitizer that the tests run under, as `Scripts/sanitize` says it.
package enum Sanitizer {
  /// Whether it is the thread sanitizer.
  ///
  /// It holds signals back until the program waits for something, and keeps a file of its own that a limit on the
  /// size of files cuts as well.
  package static let isOfThreads = ProcessInfo.processInfo.environment["SANITIZER"] == "thread"
}
