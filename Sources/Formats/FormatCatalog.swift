import FoundationEssentials

/// Every format that can be read, one line each, and which of them a path holds.
package enum FormatCatalog {
  package static let all: [any AnnotationFormat.Type] = [
    LabelStudioFormat.self,
    COCOFormat.self,
    VOCFormat.self,
    CVATFormat.self,
    YOLOFormat.self,
  ]

  /// Finds out what to read at a path: an annotation file, a folder of a format's layout, or a folder
  /// that holds one COCO file (itself, or in its folder `annotations`).
  ///
  /// - Throws: `FormatError` where there is nothing, nothing known, or more than one thing to read.
  package static func detect(_ path: String) throws(FormatError) -> Detection {
    let kind = try FileKind(of: path)
    if kind == .regular {
      let file = try MappedFile(path)
      if file.withBytes({ $0.count == 0 }) {
        throw .malformed(
          file: path,
          line: 1,
          column: 1,
          problem: "the file is empty; expected annotations"
        )
      }
    }
    for format in all {
      guard let reason = format.recognise(path) else { continue }
      return Detection(path: path, format: format, reason: reason)
    }
    guard kind == .folder else {
      throw .unknownFormat(path: path, reason: "is of no known format; expected \(knownFormats)")
    }
    return try detectFile(in: path)
  }

  private static var knownFormats: String { all.map { $0.id }.sorted().joined(separator: " or ") }

  /// The one COCO file of a folder.
  private static func detectFile(in path: String) throws(FormatError) -> Detection {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = try files(in: folder)
    let inside = "annotations"
    var candidates = names.filter { isDataset($0, in: folder) }
    if candidates.isEmpty, names.contains(inside) {
      candidates = try files(in: "\(folder)/\(inside)")
        .map { "\(inside)/\($0)" }
        .filter { isDataset($0, in: folder) }
    }
    guard let only = candidates.first else {
      throw .unknownFormat(
        path: folder,
        reason: "no annotations in this folder or its '\(inside)'; expected \(knownFormats)"
      )
    }
    guard candidates.count == 1 else {
      throw .unknownFormat(path: folder, reason: "\(listed(candidates)); name one of them")
    }
    return Detection(
      path: "\(folder)/\(only)",
      format: COCOFormat.self,
      reason: "'\(only)' is the only JSON file here with 'images' and 'annotations'"
    )
  }

  private static func files(in folder: String) throws(FormatError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .unreadable(path: folder, reason: "the folder cannot be listed; may you read it?")
    }
  }

  private static func isDataset(_ name: String, in folder: String) -> Bool {
    [".json", ".json.gz"].contains { name.lowercased().hasSuffix($0) }
      && COCOFormat.namesItsLists("\(folder)/\(name)")
  }

  private static func listed(_ names: [String]) -> String {
    let shown = 8
    let more = names.count > shown ? " and \(names.count - shown) more" : ""
    return "holds \(names.count) data sets: \(names.prefix(shown).joined(separator: ", "))\(more)"
  }
}
