import Glibc

/// The names of a folder's entries that somebody wants, hidden ones left out, sorted byte by byte.
struct FolderEntries {
  private(set) var names: [String] = []

  /// `isWanted` is given the bytes of a name and its kind as `readdir` knows it, which may be `DT_UNKNOWN`.
  ///
  /// - Throws: `FormatError.unreadable` where the folder cannot be listed to its end.
  init(
    of folder: String,
    where isWanted: (_ name: UnsafeRawBufferPointer, _ kind: Int32) -> Bool
  ) throws(FormatError) {
    guard let stream = opendir(folder) else { throw Self.unreadable(folder) }
    defer { closedir(stream) }
    var isASCII = true
    errno = 0
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name.first != UInt8(ascii: "."), isWanted(name, Int32(entry.pointee.d_type)) {
        names.append(String(decoding: name, as: UTF8.self))
        isASCII = isASCII && name.allSatisfy { $0 < 0x80 }
      }
      errno = 0
    }
    guard errno == 0 else { throw Self.unreadable(folder) }
    // Texts of ASCII have the order of their bytes, and are compared faster as texts.
    if isASCII {
      names.sort()
    } else {
      names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  static func unreadable(_ path: String) -> FormatError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }

  /// An entry is as long as its name, so that its fixed-size field must not be copied.
  private static func name(of entry: UnsafePointer<dirent>) -> UnsafeRawBufferPointer {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let start = UnsafeRawPointer(entry) + offset
    return UnsafeRawBufferPointer(start: start, count: strlen(start))
  }
}
