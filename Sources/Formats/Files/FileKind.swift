import Glibc

/// What stands at a path, links followed; standard input is special whatever it is.
enum FileKind {
  case regular
  case folder
  /// A pipe or a device, which can be read only once.
  case special

  /// - Throws: `FormatError.unreadable` where nothing is there.
  init(of path: String) throws(FormatError) {
    guard path != MappedFile.standardInput else {
      self = .special
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }
}
