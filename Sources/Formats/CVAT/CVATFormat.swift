import Annotations

/// CVAT for images 1.1: one XML file with all images of a task, their boxes and polygons.
///
/// Corners are continuous coordinates in pixels. Other shapes, rotated boxes and the tracks of videos are
/// put aside, each with its place.
package enum CVATFormat: AnnotationFormat {
  package static let id = SourceFormat.cvat.rawValue

  /// The name that CVAT gives to the file in a folder that it exports.
  private static let exportName = "annotations.xml"

  /// Recognises a file by its root element, and a folder by the `annotations.xml` in it.
  package static func recognise(_ path: String) -> String? {
    guard let file = file(at: path) else { return nil }
    var buffer = VOCFileBuffer()
    do throws(XMLProblem) {
      try buffer.load(file, prefix: XMLSignature.length)
      guard try buffer.withBytes({ XMLSignature.matches($0, root: "annotations") }) else {
        return nil
      }
    } catch {
      return nil
    }
    return file == path
      ? "XML file with <annotations>" : "folder with \(exportName), which has <annotations>"
  }

  package static func read(
    _ path: String,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    SAXParser.prepare()
    let name = file(at: path) ?? path
    let file = try MappedFile(name)
    return try file.withBytes { bytes throws(FormatError) in
      let parsed = bytes.withSpan(of: 0..<bytes.count) { span in
        Result { () throws(FormatError) in try parse(span, path: name) }
      }
      let (dataset, quarantined) = try parsed.get()
      let sha256 = InputDigest.of(bytes)
      return ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
    }
  }

  /// Reads the bytes of a file, once `SAXParser.prepare()` was called; `path` is for messages.
  static func parse(
    _ bytes: RawSpan,
    path: String
  ) throws(FormatError) -> (dataset: Dataset, quarantined: [Quarantined]) {
    let name = fileName(of: path)
    do throws(XMLProblem) {
      let builder = try bytes.withUnsafeBytes { bytes throws(XMLProblem) in
        try SAXParser.parse(bytes, root: "annotations", with: CVATDocumentBuilder())
      }
      let dataset = builder.columns.dataset(labels: builder.labels, fileName: name)
      return (dataset, builder.problems.map { Quarantined($0, in: name) })
    } catch {
      throw .malformed(
        file: path,
        line: error.place.line,
        column: error.place.column,
        problem: error.text
      )
    }
  }

  /// The file to read: the path itself, or `annotations.xml` in the folder that it names.
  private static func file(at path: String) -> String? {
    switch try? FileKind(of: path) {
    case .regular: return path
    case .folder:
      let inside = path.hasSuffix("/") ? path + exportName : "\(path)/\(exportName)"
      return (try? FileKind(of: inside)) == .regular ? inside : nil
    case .special, nil: return nil
    }
  }
}
