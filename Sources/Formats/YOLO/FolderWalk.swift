import Glibc

/// All files below a folder, as sorted relative paths.
///
/// Hidden entries are left out, and so are linked folders, whose loops would have no end.
struct FolderWalk {
  private(set) var files: [String] = []
  private let root: String

  /// Folders that lie deeper are not looked into.
  private static let depthLimit = 16

  /// - Throws: `FormatError.unreadable` where a folder cannot be listed.
  init(_ root: String) throws(FormatError) {
    self.root = root.hasSuffix("/") ? root : root + "/"
    try visit("", depth: 0)
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func visit(_ folder: String, depth: Int) throws(FormatError) {
    var folders: [String] = []
    guard let stream = opendir(root + folder) else { throw unreadable(folder) }
    errno = 0
    while let entry = readdir(stream) {
      if let name = Self.name(of: entry), !name.hasPrefix(".") {
        switch kind(of: folder + name) {
        case S_IFDIR: folders.append("\(folder)\(name)/")
        case S_IFREG: files.append(folder + name)
        default: break
        }
      }
      errno = 0
    }
    let isWhole = errno == 0
    closedir(stream)
    guard isWhole else { throw unreadable(folder) }
    guard depth < Self.depthLimit else { return }
    for folder in folders { try visit(folder, depth: depth + 1) }
  }

  /// The kind of an entry; a linked file counts as one, a linked folder as nothing.
  private func kind(of path: String) -> mode_t {
    var status = stat()
    guard lstat(root + path, &status) == 0 else { return 0 }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFLNK, stat(root + path, &status) == 0 else { return kind }
    return status.st_mode & S_IFMT == S_IFREG ? S_IFREG : 0
  }

  /// An entry is as long as its name, so that its fixed-size field must not be copied.
  private static func name(of entry: UnsafePointer<dirent>) -> String? {
    MemoryLayout<dirent>.offset(of: \.d_name).map { offset in
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      return String(cString: start.assumingMemoryBound(to: CChar.self))
    }
  }

  private func unreadable(_ folder: String) -> FormatError {
    .unreadable(path: root + folder, reason: String(cString: strerror(errno)))
  }
}
