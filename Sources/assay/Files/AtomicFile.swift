import Glibc

/// Writes files whole or not at all.
enum AtomicFile {
  /// Writes beside the path and renames, so that an interrupted run leaves no half file.
  ///
  /// A device or a pipe (`/dev/null`) is written to and not replaced.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    guard !isSpecial(path) else {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure("cannot write", path) }
      defer { close(descriptor) }
      return try writeAll(text, to: descriptor, path)
    }
    let draft = "\(path).\(getpid()).part"
    let descriptor = Drafts.begin(draft) {
      open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    defer { Drafts.end(draft) }
    guard descriptor >= 0 else { throw failure("cannot write", path) }
    do throws(CommandFailure) {
      try writeAll(text, to: descriptor, path)
    } catch {
      close(descriptor)
      unlink(draft)
      throw error
    }
    guard close(descriptor) == 0, rename(draft, path) == 0 else {
      let error = failure("cannot write", path)
      unlink(draft)
      throw error
    }
  }

  /// Makes a folder and those above it; an existing one is kept.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for component in path.split(separator: "/") {
      partial += component
      if mkdir(partial, 0o755) != 0 && errno != EEXIST {
        throw failure("cannot make the folder", path)
      }
      partial += "/"
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure("\(path): is not a folder")
    }
  }

  /// Whether something stands there that is neither a file nor a folder.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Whether both paths lead to one regular file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_mode & S_IFMT == S_IFREG && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  private static func writeAll(
    _ text: String,
    to descriptor: Int32,
    _ path: String
  ) throws(CommandFailure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure("cannot write", path) }
      rest = rest.dropFirst(written)
    }
  }

  private static func failure(_ what: String, _ path: String) -> CommandFailure {
    CommandFailure("\(path): \(what): \(String(cString: strerror(errno)))")
  }
}
