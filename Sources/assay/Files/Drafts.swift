import Annotations
import FoundationEssentials

/// Files and folders that are being written beside their place.
///
/// What is on this list when the program is interrupted is removed; see `Interruption`.
enum Drafts {
  private static let paths = Guarded<Set<String>>([])

  /// Puts a draft on the list and makes it, so that an interruption finds it on both or on none.
  static func begin<Result: Sendable, Failure: Error>(
    _ path: String,
    making make: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try paths.withLock { paths throws(Failure) in
      paths.insert(path)
      return try make()
    }
  }

  /// The draft has moved to its place, or is gone.
  static func end(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Does what may be done before an interruption or not at all, but not be cut in two by it.
  ///
  /// `body` begins and ends no draft.
  static func uninterrupted<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    try paths.withLock { _ throws(Failure) in try body() }
  }

  /// Removes every draft and ends the program: whoever begins another one waits for the end.
  static func removeAll(thenEnd end: () -> Never) -> Never {
    paths.withLock { paths -> Never in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      end()
    }
  }
}
