import Glibc

/// What stands at a path, links followed.
enum PathKind {
  case file
  case folder
  /// Nothing, or nothing that may be seen; with the system's reason.
  case missing(String)

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing(String(cString: strerror(errno)))
      return
    }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
