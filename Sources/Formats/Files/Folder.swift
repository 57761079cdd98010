import Glibc

/// The names in a folder.
enum Folder {
  /// Names of the files in a folder that end in `suffix`, by their bytes; hidden files are left out.
  static func files(in folder: String, suffix: String) throws(FormatError) -> [String] {
    guard let directory = opendir(folder) else {
      throw .unreadable(path: folder, reason: String(cString: strerror(errno)))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name.hasSuffix(suffix) && !name.hasPrefix(".") && entry.pointee.d_type != UInt8(DT_DIR) {
        names.append(name)
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
