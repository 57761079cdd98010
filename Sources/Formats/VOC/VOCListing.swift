import Glibc

/// The annotation files that a path names, sorted by name byte by byte.
///
/// Files of a folder count that end in `.xml` and are not hidden; folders below it do not.
struct VOCListing: Sendable {
  /// The names of the files in their folder.
  let names: [String]
  /// What stands before a name to open the file: a folder and a slash, or nothing.
  let folder: String
  /// What stands before a name in reports: the part of `folder` that the user did not name.
  private let shownFolder: String
  /// Whether the user named a folder, not a file.
  let isFolder: Bool

  /// Folders below the named one that are looked into when it holds no annotation file itself.
  private static let subfolders = ["Annotations", "annotations"]

  /// - Throws: `unreadable`, or `unknownFormat` where no XML file is.
  static func find(_ path: String) throws(FormatError) -> VOCListing {
    guard try isFolder(path) else { return VOCListing(file: path) }
    let root = path.hasSuffix("/") ? path : path + "/"
    let own = try VOCListing(folder: root, shownAs: "")
    if own.hasAnnotations { return own }

    var fallback = own
    for name in subfolders where (try? isFolder(root + name)) == true {
      let listing = try VOCListing(folder: "\(root)\(name)/", shownAs: "\(name)/")
      if listing.hasAnnotations { return listing }
      if fallback.names.isEmpty { fallback = listing }
    }
    guard !fallback.names.isEmpty else {
      throw .unknownFormat(
        path: path,
        reason: "no XML file in the folder or in its 'Annotations'; expected Pascal VOC annotations"
      )
    }
    return fallback
  }

  /// What was found at the path in the words of a report, or `nil` where it holds no annotation file.
  static func reason(_ path: String) -> String? {
    guard let listing = try? find(path), listing.hasAnnotations else { return nil }
    guard listing.isFolder else { return "XML file with <annotation>" }
    let count = listing.names.count
    let files = count == 1 ? "1 XML file" : "\(count) XML files"
    let whole = listing.shownFolder.isEmpty ? "folder of" : "folder with \(listing.shownFolder) of"
    return "\(whole) \(files) with <annotation>"
  }

  /// Path to open a file by.
  func path(_ index: Int) -> String { folder + names[index] }

  /// Path of a file relative to what the user named.
  func shownPath(_ index: Int) -> String { shownFolder + names[index] }

  private init(file path: String) {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    names = [String(path[start...])]
    folder = String(path[..<start])
    shownFolder = ""
    isFolder = false
  }

  private init(folder: String, shownAs shownFolder: String) throws(FormatError) {
    guard let stream = opendir(folder) else { throw Self.unreadable(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      if entry.pointee.d_type != DT_DIR, let name = Self.name(of: entry), Self.isXML(name) {
        names.append(name)
      }
      errno = 0
    }
    guard errno == 0 else { throw Self.unreadable(folder) }
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.folder = folder
    self.shownFolder = shownFolder
    isFolder = true
  }

  /// Whether any file begins as an annotation file does; most often the first one tells.
  private var hasAnnotations: Bool {
    var buffer = VOCFileBuffer()
    return names.indices.contains { index in
      do throws(XMLProblem) {
        try buffer.load(path(index), prefix: XMLSignature.length)
        return try buffer.withBytes { XMLSignature.matches($0, root: "annotation") }
      } catch {
        return false
      }
    }
  }

  /// An entry is as long as its name, so that its fixed-size field must not be copied.
  private static func name(of entry: UnsafePointer<dirent>) -> String? {
    MemoryLayout<dirent>.offset(of: \.d_name).map { offset in
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      return String(cString: start.assumingMemoryBound(to: CChar.self))
    }
  }

  private static func isXML(_ name: String) -> Bool {
    !name.hasPrefix(".") && name.suffix(4).lowercased() == ".xml"
  }

  private static func isFolder(_ path: String) throws(FormatError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func unreadable(_ path: String) -> FormatError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
