import Annotations

/// COCO instances: one JSON object with the lists `images`, `annotations` and `categories`.
package enum COCOFormat: AnnotationFormat {
  package static let id = SourceFormat.coco.rawValue

  package static func recognise(_ path: String) -> String? {
    switch try? FileKind(of: path) {
    case .regular: recogniseRegularFile(path)
    case .special: "no regular file, read as COCO JSON"
    case .folder, nil: nil
    }
  }

  package static func read(
    _ path: String,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    try await read(path, plan: ReadingPlan(threads: threads))
  }

  static func read(_ path: String, plan: ReadingPlan) async throws(FormatError) -> ReadResult {
    let file = try MappedFile(path)
    return try await file.withBytes { bytes async throws(FormatError) in
      guard plan.threads > 1 else {
        let (dataset, quarantined) = try await scan(bytes, path: path, plan: plan)
        let sha256 = InputDigest.of(bytes)
        return ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
      }
      async let sha256 = InputDigest.of(bytes)
      let (dataset, quarantined) = try await scan(bytes, path: path, plan: plan)
      return await ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
    }
  }

  /// Whether the keys of the lists stand anywhere in a regular file, which other JSON lacks.
  static func namesItsLists(_ path: String) -> Bool {
    guard (try? FileKind(of: path)) == .regular, let file = try? MappedFile(path) else {
      return false
    }
    return file.withBytes { bytes in
      [ImageReader.listName, AnnotationReader.listName].allSatisfy { bytes.contains("\"\($0)\"") }
    }
  }

  private static func recogniseRegularFile(_ path: String) -> String? {
    guard let file = try? MappedFile(path) else { return nil }
    let first = file.withBytes { bytes in
      var scanner = JSONScanner(bytes)
      scanner.skipByteOrderMark()
      scanner.skipSpace()
      return bytes[scanner.position]
    }
    switch first {
    case ASCII.openBrace: return "starts as a JSON object"
    case ASCII.openBracket: return "starts as a JSON list"
    default: return path.lowercased().hasSuffix(".json") ? "its name ends in .json" : nil
    }
  }

  private static func scan(
    _ bytes: PaddedBytes,
    path: String,
    plan: ReadingPlan
  ) async throws(FormatError) -> (Dataset, [Quarantined]) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    var reader = COCOFileReader(bytes, fileName: name, plan: plan)
    let refusal: String?
    do throws(JSONError) {
      refusal = try await reader.read()
    } catch {
      var lines = SourceLines()
      lines.advance(to: error.offset, in: bytes)
      throw .malformed(
        file: path,
        line: lines.line,
        column: lines.column,
        problem: error.problem
      )
    }
    if let refusal { throw .unknownFormat(path: path, reason: refusal) }
    return (reader.takeDataset(), reader.quarantined)
  }
}
