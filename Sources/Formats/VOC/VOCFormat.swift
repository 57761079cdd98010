import Annotations

/// Pascal VOC: a folder of XML files, one an image, with a box an object.
///
/// Corners are read as they are written, as continuous coordinates: the box from 10 to 20 is 10 wide. A file
/// is used as a whole or not at all; an object that cannot be used is left out alone.
package enum VOCFormat: AnnotationFormat {
  package static let id = "voc"

  /// How many files one task reads: a constant, so that results do not depend on the machine.
  private static let filesPerChunk = 64

  /// Recognises a folder of annotation files, one whose `Annotations` folder holds them, a folder with one
  /// of these an annotator, and a single file.
  package static func recognise(_ path: String) -> String? { VOCSource.reason(path) }

  package static func read(
    _ path: String,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    SAXParser.prepare()
    let source = try VOCSource.find(path)
    var whole = await readAll(source, threads: threads)
    guard whole.images.count > 0 else { throw unusable(whole.quarantined, at: path) }
    if source.isByAnnotator { whole.mergeImagesOfAnnotators() }
    if source.isFolder { whole.assignSplits(VOCImageSets(of: path)) }
    return ReadResult(
      dataset: whole.dataset(),
      quarantined: whole.quarantined,
      sha256: digest(of: whole.digests, isFolder: source.isFolder)
    )
  }

  /// Reads with at most `threads` tasks at a time.
  private static func readAll(_ source: VOCSource, threads: Int) async -> VOCChunk {
    var whole = VOCChunk()
    let step = WorkStep("reading", of: source.fileCount, "files")
    let batches = source.batches(of: filesPerChunk)
    await mergeInOrder(batches, threads: threads, as: step) { batch in
      VOCChunk(reading: batch)
    } merge: { chunk in
      whole.append(chunk)
    }
    return whole
  }

  /// The digest of a named file is that of its bytes; a folder's covers names and digests of all its files.
  private static func digest(
    of entries: [(path: String, sha256: String)],
    isFolder: Bool
  ) -> String {
    isFolder ? InputDigest.ofFolder(entries: entries) : entries.first?.sha256 ?? ""
  }

  /// Why nothing could be read although there are files.
  private static func unusable(_ quarantined: [Quarantined], at path: String) -> FormatError {
    let first = quarantined.first.map { "\($0.file):\($0.line):\($0.column): \($0.problem)" } ?? ""
    let count = quarantined.count
    return .unknownFormat(
      path: path,
      reason: count == 1
        ? "the only XML file is of no use: \(first)"
        : "none of \(count) XML files is of use, the first: \(first)"
    )
  }
}
