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
    try await read(path, threads: threads, chunkSize: chunkSize)
  }

  /// Bytes of annotations that one task reads: a constant, so that results do not depend on the machine.
  private static let chunkSize = 8 << 20

  static func read(
    _ path: String,
    threads: Int,
    chunkSize: Int
  ) async throws(FormatError) -> ReadResult {
    let file = try MappedFile(path)
    return try await file.withBytes { bytes async throws(FormatError) in
      guard threads > 1 else {
        let (dataset, quarantined) = try await scan(bytes, path: path, threads: 1, chunkSize)
        let sha256 = InputDigest.of(bytes)
        return ReadResult(dataset: dataset, quarantined: quarantined, sha256: sha256)
      }
      async let sha256 = InputDigest.of(bytes)
      let (dataset, quarantined) = try await scan(bytes, path: path, threads: threads, chunkSize)
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
    threads: Int,
    _ chunkSize: Int
  ) async throws(FormatError) -> (Dataset, [Quarantined]) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    var reader = COCOFileReader(bytes, fileName: name)
    do throws(JSONError) {
      if let start = try reader.readToAnnotations() {
        if threads > 1 {
          try await readChunks(into: &reader, bytes, from: start, threads: threads, chunkSize)
        }
        try reader.readRest()
      }
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
    if let refusal = reader.refusal { throw .unknownFormat(path: path, reason: refusal) }
    return (reader.dataset(), reader.quarantined)
  }

  /// Reads annotations side by side, as far as the chunks fit each other.
  private static func readChunks(
    into reader: inout COCOFileReader,
    _ bytes: PaddedBytes,
    from start: Int,
    threads: Int,
    _ chunkSize: Int
  ) async throws(JSONError) {
    let starts = AnnotationChunk.starts(in: bytes, from: start, size: chunkSize)
    guard starts.count > 1 else { return }
    let ranges = zip(starts, starts.dropFirst() + [Int.max]).map { (start: $0, end: $1) }
    // One batch at a time, so that few chunks wait in memory and little is read in vain.
    for first in stride(from: 0, to: ranges.count, by: threads) {
      let batch = Array(ranges[first..<min(first + threads, ranges.count)])
      let chunks = await inOrder(batch, threads: threads) { range in
        AnnotationChunk(bytes, from: range.start, before: range.end)
      }
      for chunk in chunks {
        guard try reader.adopt(chunk) else { return }
        if chunk.isLast { return }
      }
    }
  }
}
