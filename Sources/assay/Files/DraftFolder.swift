import FoundationEssentials
import Glibc

/// A folder that is filled beside its place and moved there when it is whole.
struct DraftFolder: ~Copyable {
  private let draft: String
  private let path: String

  /// - Throws: `CommandFailure` where the draft cannot be made.
  init(for path: String) throws(CommandFailure) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    draft = "\(self.path).\(getpid()).part"
    let draft = draft
    try Drafts.begin(draft) { () throws(CommandFailure) in try AtomicFile.makeFolder(draft) }
  }

  /// Removes what was not moved.
  deinit {
    try? FileManager.default.removeItem(atPath: draft)
    Drafts.end(draft)
  }

  /// Writes a file at a path below the folder.
  func write(_ text: String, to name: String) throws(CommandFailure) {
    if let slash = name.lastIndex(of: "/") {
      try Drafts.uninterrupted { () throws(CommandFailure) in
        try AtomicFile.makeFolder("\(draft)/\(name[..<slash])")
      }
    }
    try AtomicFile.write(text, to: "\(draft)/\(name)")
  }

  /// Moves the folder to its place.
  ///
  /// Of a folder that is there already and not empty, the entries of the same names are replaced one by
  /// one and all others stay: images may lie among them.
  func move() throws(CommandFailure) {
    if rename(draft, path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw failure() }
    for entry in try entries() {
      // What is replaced lies among the drafts for a moment, and must not be removed as one.
      try Drafts.uninterrupted { () throws(CommandFailure) in try replace(entry) }
    }
  }

  private func replace(_ entry: String) throws(CommandFailure) {
    let old = "\(draft)/\(entry).old"
    if rename("\(path)/\(entry)", old) != 0, errno != ENOENT { throw failure() }
    if rename("\(draft)/\(entry)", "\(path)/\(entry)") != 0 {
      let error = failure()
      _ = rename(old, "\(path)/\(entry)")
      throw error
    }
  }

  private func entries() throws(CommandFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: draft).sorted()
    } catch {
      throw failure()
    }
  }

  private func failure() -> CommandFailure {
    CommandFailure("\(path): cannot write the folder: \(String(cString: strerror(errno)))")
  }
}
