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
    let file = try MappedFile.unpacked(path)
    let packedSHA256 = file.packedSHA256
    return try await file.withBytes { bytes async throws(FormatError) in
      guard plan.threads > 1 else {
        let (dataset, quarantined) = try await scan(bytes, path: path, plan: plan)
        let sha256 = packedSHA256 ?? InputDigest.of(bytes)
        return ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
      }
      async let sha256 = packedSHA256 ?? InputDigest.of(bytes)
      let (dataset, quarantined) = try await scan(bytes, path: path, plan: plan)
      return await ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
    }
  }

  /// Whether the keys of the lists stand anywhere in a regular file, which other JSON lacks.
  static func namesItsLists(_ path: String) -> Bool {
    guard (try? FileKind(of: path)) == .regular,
      let file = try? MappedFile.unpacked(path)
    else { return false }
    return file.withBytes { bytes in
      [ImageReader.listName, AnnotationReader.listName].allSatisfy { bytes.contains("\"\($0)\"") }
    }
  }

  private static func recogniseRegularFile(_ path: String) -> String? {
    guard let file = try? MappedFile.unpackedStart(path) else { return nil }
    let first = file.withBytes { bytes in
      var scanner = JSONScanner(bytes)
      scanner.skipByteOrderMark()
      scanner.skipSpace()
      return bytes[scanner.position]
    }
    let start = file.isPacked ? "gzip file that starts" : "starts"
    switch first {
    case ASCII.openBrace: return "\(start) as a JSON object"
    case ASCII.openBracket:
      return "\(start) as a JSON list\(holdsResults(path) ? " of results" : "")"
    default:
      return [".json", ".json.gz"].first { path.lowercased().hasSuffix($0) }
        .map { "its name ends in \($0)" }
    }
  }

  /// The path as messages and findings give it.
  static func shownPath(_ path: String) -> String {
    path == MappedFile.standardInput ? "(standard input)" : path
  }

  private static func scan(
    _ bytes: PaddedBytes,
    path: String,
    plan: ReadingPlan
  ) async throws(FormatError) -> (Dataset, [Quarantined]) {
    let path = shownPath(path)
    let name = fileName(of: path)
    let work = Work.begin(WorkStep("reading \(name)", of: (bytes.count + 999) / 1000, "kB"))
    defer { work?.end() }
    var reader = COCOFileReader(bytes, fileName: name, plan: plan, work: work)
    do throws(JSONError) {
      try await reader.read()
    } catch {
      throw error.located(in: bytes, file: path)
    }
    return (await reader.takeDataset(), reader.quarantined)
  }
}
