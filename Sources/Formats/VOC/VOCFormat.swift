import Annotations

/// Pascal VOC: a folder of XML files, one for each image.
///
/// Source: M. Everingham et al., "The PASCAL Visual Object Classes Challenge 2012 Development Kit".
package enum VOCFormat: AnnotationFormat {
  package static let id = "voc"

  /// Files that one task reads: a constant, so that results do not depend on the machine.
  private static let filesPerChunk = 128

  package static func recognise(_ path: String) -> String? {
    switch PathKind(path) {
    case .missing: return nil
    case .file:
      return path.hasSuffix(".xml") && isAnnotation(path)
        ? "an XML file with <annotation>" : nil
    case .folder:
      guard let folder = annotationFolder(path),
        let names = try? Folder.files(in: folder, suffix: ".xml"),
        names.prefix(20).contains(where: { isAnnotation("\(folder)/\($0)") })
      else { return nil }
      return "a folder of \(names.count) XML files with <annotation>"
    }
  }

  package static func read(_ path: String, threads: Int) async throws(FormatError) -> ReadResult {
    let (folder, names) = try files(at: path)
    VOCDocument.prepareLibrary()
    let starts = Array(stride(from: 0, to: names.count, by: filesPerChunk))
    let parts = await inOrder(starts, threads: threads) { start in
      VOCPart(
        files: names[start..<min(start + filesPerChunk, names.count)],
        folder: folder,
        firstFile: start
      )
    }
    var columns = VOCColumns()
    for part in parts { columns.append(part) }
    guard columns.hasImages || !columns.quarantined.isEmpty else {
      throw .unknownFormat(path: path, reason: "holds no Pascal VOC .xml file")
    }
    return ReadResult(
      dataset: columns.dataset(files: names),
      quarantined: columns.quarantined,
      sha256: InputDigest.ofFolder(columns.digests)
    )
  }

  /// The folder that is read, and the names of its XML files in byte order.
  private static func files(
    at path: String
  ) throws(FormatError) -> (folder: String, names: [String]) {
    if case .file = PathKind(path) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().joined(separator: "/")
      let name = parts.last.map(String.init) ?? path
      return (parts.count > 1 ? (folder.isEmpty ? "/" : folder) : ".", [name])
    }
    let folder = annotationFolder(path) ?? path
    return (folder, try Folder.files(in: folder, suffix: ".xml"))
  }

  /// The folder itself where it holds XML files, else its `Annotations`.
  private static func annotationFolder(_ path: String) -> String? {
    [path, path + "/Annotations"].first { folder in
      guard case .folder = PathKind(folder) else { return false }
      return (try? Folder.files(in: folder, suffix: ".xml"))?.isEmpty == false
    }
  }

  private static func isAnnotation(_ path: String) -> Bool {
    FileStart(path)?.contains("<annotation") ?? false
  }
}
