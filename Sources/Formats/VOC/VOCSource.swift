/// The annotation files that a path stands for: those of one folder, or of a folder an annotator.
struct VOCSource: Sendable {
  struct Part: Sendable {
    /// Who annotated all files of the part; `nil` where the files say it.
    var annotator: String?
    var listing: VOCListing
  }

  let parts: [Part]
  /// What was found, in the words of a report.
  let reason: String

  var isByAnnotator: Bool { parts.contains { $0.annotator != nil } }

  /// Whether the user named a folder, not a file.
  var isFolder: Bool { parts.contains { $0.listing.isFolder } }

  var fileCount: Int { parts.reduce(0) { $0 + $1.listing.names.count } }

  /// - Throws: `unreadable`, or `unknownFormat` where no XML file is.
  static func find(_ path: String) throws(FormatError) -> VOCSource {
    do throws(FormatError) {
      let listing = try VOCListing.find(path)
      return VOCSource(parts: [Part(listing: listing)], reason: listing.reason)
    } catch {
      guard let folders = VOCAnnotatorFolders(path), folders.holdSameImages else { throw error }
      return VOCSource(parts: folders.parts, reason: folders.reason)
    }
  }

  /// What was found at the path, or `nil` where it holds no annotation file.
  static func reason(_ path: String) -> String? {
    guard let source = try? find(path), source.parts.contains(where: \.listing.hasAnnotations)
    else { return nil }
    return source.reason
  }

  /// All files in their order, cut into pieces of a constant size.
  func batches(of size: Int) -> [VOCBatch] {
    var batches: [VOCBatch] = []
    var firstFile = 0
    for part in parts {
      let count = part.listing.names.count
      for start in stride(from: 0, to: count, by: size) {
        batches.append(
          VOCBatch(
            listing: part.listing,
            annotator: part.annotator,
            files: start..<min(start + size, count),
            firstFile: firstFile
          )
        )
      }
      firstFile += count
    }
    return batches
  }
}

/// Some files of a listing that are read by one task.
struct VOCBatch: Sendable {
  var listing: VOCListing
  /// Who annotated all of them; `nil` where the files say it.
  var annotator: String?
  /// Their positions in the listing.
  var files: Range<Int>
  /// The position of the listing's first file among all files that are read.
  var firstFile: Int
}
