import Glibc

/// A folder that image files are read from, and nothing outside it.
///
/// A name is followed to the file that it means in the end (`realpath`); one that lies outside the folder
/// is refused, whether '..', an absolute path or a symbolic link led there. Only regular files are read: a
/// pipe or a device would never end. Nobody is expected to change the folder in the meantime.
package struct ImageFolder: Sendable {
  /// Without symbolic links, '.' and '..'; with a slash at the end.
  private let root: String

  /// - Throws: `unreadable` where there is no such folder, or it is a file.
  package init(_ path: String) throws(ImageError) {
    guard let root = Self.resolved(path) else { throw .unreadable(reason: Self.systemReason) }
    var status = stat()
    guard stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unreadable(reason: "is not a folder")
    }
    self.root = root.hasSuffix("/") ? root : root + "/"
  }

  /// The bytes of the file that a data set names, as a path in the folder.
  package func bytes(of name: String) throws(ImageError) -> [UInt8] {
    // A NUL would end the path for the system, and so name another file.
    guard !name.isEmpty, !name.utf8.contains(0) else { throw .missing }
    guard let path = Self.resolved(name.hasPrefix("/") ? name : root + name) else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .missing : .unreadable(reason: Self.systemReason)
    }
    guard path.utf8.starts(with: root.utf8) else { throw .outsideFolder }
    // Without O_NONBLOCK a pipe would be waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(reason: Self.systemReason) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: Self.systemReason) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(reason: "is no regular file")
    }
    guard status.st_size <= ImageLimits.bytes else {
      throw .fileTooLarge(bytes: Int(status.st_size))
    }
    return try Self.read(descriptor, count: Int(status.st_size))
  }

  /// Reads `count` bytes, or fewer where the file ends before.
  private static func read(_ descriptor: Int32, count: Int) throws(ImageError) -> [UInt8] {
    var error: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if read < 0 && errno == EINTR { continue }
        if read < 0 { error = errno }
        guard read > 0 else { break }
        filled += read
      }
    }
    guard error == 0 else { throw .unreadable(reason: String(cString: strerror(error))) }
    return bytes
  }

  /// The path without symbolic links, '.' and '..', or `nil` with the reason in `errno`.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static var systemReason: String { String(cString: strerror(errno)) }
}
