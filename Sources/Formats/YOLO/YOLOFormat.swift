import Annotations

/// YOLO: a folder with a text file an image, a line an object, in shares of the image's sides.
///
/// Pixels come of the size that the header of the image file states, so that the images must be there.
package enum YOLOFormat: AnnotationFormat {
  package static let id = SourceFormat.yolo.rawValue

  /// How many files one task reads: a constant, so that results do not depend on the machine.
  private static let filesPerChunk = 64

  /// Recognises a folder that names its categories and has a label file.
  package static func recognise(_ path: String) -> String? {
    guard (try? FileKind(of: path)) == .folder, let listing = try? YOLOListing(path) else {
      return nil
    }
    let count = listing.items.count { $0.label != nil }
    let files = count == 1 ? "1 label file" : "\(count) label files"
    return "folder with \(listing.namesFile) and \(files)"
  }

  package static func read(
    _ path: String,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    let listing = try YOLOListing(path)
    let (names, digest) = try names(of: listing)
    var columns = YOLOColumns(names, namesFile: listing.namesFile)
    let starts = Array(stride(from: 0, to: listing.items.count, by: filesPerChunk))
    let step = WorkStep("reading", of: listing.items.count, "files")
    await mergeInOrder(starts, threads: threads, as: step) { start in
      listing.items[start..<min(start + filesPerChunk, listing.items.count)].map {
        (YOLOFile($0, in: listing.root, hasKeypoints: names.hasKeypoints), $0)
      }
    } merge: { chunk in
      for (file, item) in chunk { columns.append(file, item) }
    }
    return ReadResult(
      dataset: columns.dataset(),
      quarantined: columns.quarantined,
      sha256: InputDigest.ofFolder(entries: columns.digests + [digest])
    )
  }

  private static func names(
    of listing: YOLOListing
  ) throws(FormatError) -> (YOLONames, (path: String, sha256: String)) {
    let path = listing.root + listing.namesFile
    var buffer = VOCFileBuffer()
    let text: String
    do throws(XMLProblem) {
      text = try buffer.text(path)
    } catch {
      throw .unreadable(path: path, reason: error.text)
    }
    do throws(YOLONames.Problem) {
      let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      let names = isYAML ? try YOLODataFile.names(text) : YOLONames(list: text)
      return (names, (listing.namesFile, InputDigest.of(Array(text.utf8).span.bytes)))
    } catch {
      throw .malformed(file: path, line: error.line, column: error.column, problem: error.text)
    }
  }
}
