/// Every format that can be read; a new one is a file and a line here.
package enum FormatCatalog {
  package static let all: [any AnnotationFormat.Type] = [
    COCOFormat.self,
    VOCFormat.self,
  ]

  /// What stands at a path.
  package struct Detection: Sendable {
    /// The file or folder that holds the annotations: the path itself, or one inside it.
    package var path: String
    package var format: any AnnotationFormat.Type
    /// Why it was taken for that format, for people to read.
    package var reason: String
  }

  /// Finds the format of a file, of a folder, or of the one COCO file in a folder.
  ///
  /// - Throws: `FormatError` where there is nothing, nothing known, or more than one candidate.
  package static func detect(_ path: String) throws(FormatError) -> Detection {
    switch PathKind(path) {
    case .missing(let reason): throw .unreadable(path: path, reason: reason)
    case .file: return try detectFile(path)
    case .folder: return try detectFolder(path)
    }
  }

  private static func detectFile(_ path: String) throws(FormatError) -> Detection {
    guard let start = FileStart(path) else {
      throw .unreadable(path: path, reason: "cannot be read")
    }
    if start.isEmpty { throw .unknownFormat(path: path, reason: "the file is empty") }
    if let detection = recognise(path) { return detection }
    throw .unknownFormat(
      path: path,
      reason: "is neither COCO JSON nor Pascal VOC XML; it does not start like either"
    )
  }

  private static func detectFolder(_ path: String) throws(FormatError) -> Detection {
    if let detection = recognise(path) { return detection }
    var candidates: [String] = []
    for folder in [path, path + "/annotations"] {
      guard case .folder = PathKind(folder) else { continue }
      candidates += try Folder.files(in: folder, suffix: ".json").map { "\(folder)/\($0)" }
    }
    guard let only = candidates.first else {
      throw .unknownFormat(
        path: path,
        reason: "holds no annotations: no COCO .json file and no Pascal VOC .xml files"
      )
    }
    guard candidates.count == 1 else {
      let names = candidates.prefix(3).joined(separator: ", ")
      throw .unknownFormat(
        path: path,
        reason: "holds \(candidates.count) JSON files (\(names)…); name the one that is meant"
      )
    }
    var detection = try detectFile(only)
    detection.reason = "the folder's only JSON file, \(only): \(detection.reason)"
    return detection
  }

  private static func recognise(_ path: String) -> Detection? {
    for format in all {
      if let reason = format.recognise(path) {
        return Detection(path: path, format: format, reason: reason)
      }
    }
    return nil
  }
}
