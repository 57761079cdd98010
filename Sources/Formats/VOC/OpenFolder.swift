import Glibc

/// A folder held open, so that the system looks up one name for each of its files and not a whole path.
struct OpenFolder: ~Copyable {
  /// Without `O_NONBLOCK`, opening a named pipe would wait for a writer.
  static let fileAccess = O_RDONLY | O_CLOEXEC | O_NONBLOCK

  /// What stands before the name of a file: a path that ends with a slash, or nothing.
  private let path: String
  /// Negative where the folder cannot be opened.
  private let descriptor: Int32

  init(_ path: String) {
    self.path = path
    descriptor = path.isEmpty ? -1 : Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Opens a file to be read.
  ///
  /// - Returns: A descriptor, or a negative number, with the reason in `errno`.
  func open(_ name: String) -> Int32 {
    descriptor < 0
      ? Glibc.open(path + name, Self.fileAccess) : openat(descriptor, name, Self.fileAccess)
  }
}
