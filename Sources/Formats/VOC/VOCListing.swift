import Glibc

/// The annotation files that a path names, sorted by name byte by byte.
///
/// Entries of a folder count that end in `.xml` and are not hidden, so that one that is no file is told.
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

  /// `shownFolder` stands before the names of the files in reports.
  ///
  /// - Throws: `unreadable`, or `unknownFormat` where no XML file is.
  static func find(
    _ path: String,
    shownAs shownFolder: String = ""
  ) throws(FormatError) -> VOCListing {
    guard try isFolder(path) else { return VOCListing(file: path) }
    let root = path.hasSuffix("/") ? path : path + "/"
    let own = try VOCListing(folder: root, shownAs: shownFolder)
    if own.hasAnnotations { return own }

    var fallback = own
    for name in subfolders where (try? isFolder(root + name)) == true {
      let listing = try VOCListing(folder: "\(root)\(name)/", shownAs: "\(shownFolder)\(name)/")
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

  /// What was found in the words of a report.
  var reason: String {
    guard isFolder else { return "XML file with <annotation>" }
    let files = names.count == 1 ? "1 XML file" : "\(names.count) XML files"
    let whole = shownFolder.isEmpty ? "folder of" : "folder with \(shownFolder) of"
    return "\(whole) \(files) with <annotation>"
  }

  /// The name of a file without its ending, the only identity that an image has.
  func stem(_ index: Int) -> String {
    let name = names[index]
    return isFolder || name.utf8.count > 4 && Array(name.utf8).withUnsafeBytes(Self.isXML)
      ? String(decoding: name.utf8.dropLast(4), as: UTF8.self) : name
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
    names = try FolderEntries(of: folder) { name, _ in Self.isXML(name) }.names
    self.folder = folder
    self.shownFolder = shownFolder
    isFolder = true
  }

  /// Whether any file begins as an annotation file does; most often the first one tells.
  var hasAnnotations: Bool {
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

  private static func isXML(_ name: UnsafeRawBufferPointer) -> Bool {
    name.suffix(4).elementsEqual(".xml".utf8) {
      $0 == $1 || $0 | 0x20 == $1 && $1 != UInt8(ascii: ".")
    }
  }

  private static func isFolder(_ path: String) throws(FormatError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FolderEntries.unreadable(path) }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
