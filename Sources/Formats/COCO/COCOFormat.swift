/// COCO JSON: one object with `images`, `categories` and `annotations`.
///
/// Source: cocodataset.org, "Data format"; rater fields as KaLOS and common exporters write them.
package enum COCOFormat: AnnotationFormat {
  package static let id = "coco"

  package static func recognise(_ path: String) -> String? {
    guard case .file = PathKind(path), let start = FileStart(path) else { return nil }
    if start.isJSON { return "the file starts like JSON" }
    return path.hasSuffix(".json") ? "the file's name ends in .json" : nil
  }

  package static func read(_ path: String, threads: Int) async throws(FormatError) -> ReadResult {
    let file = try MappedFile(path: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(JSONFault) {
      var reader = COCOReader(file.bytes, file: name)
      try reader.readDocument()
      return ReadResult(
        dataset: reader.columns.dataset(file: name),
        quarantined: reader.quarantined,
        sha256: InputDigest.sha256(file.bytes)
      )
    } catch {
      var lines = LineCounter(file.bytes)
      let place = lines.place(of: error.offset)
      throw .malformed(
        file: path,
        line: Int(place.line),
        column: place.column,
        problem: error.problem
      )
    }
  }
}
