import Annotations

/// Label Studio's JSON export: a list of tasks, each an image with the annotations of one or more people.
///
/// Sides in percent become pixels by the size that each result states. Every annotation of a task that was not
/// cancelled says that its annotator looked at the image.
package enum LabelStudioFormat: AnnotationFormat {
  package static let id = SourceFormat.labelStudio.rawValue

  /// The keys that the first record of an export has at least one of, and COCO results have not.
  private static let taskKeys: Set<String> = ["annotations", "completions", "data"]

  package static func recognise(_ path: String) -> String? {
    guard (try? FileKind(of: path)) == .regular,
      let file = try? MappedFile.unpackedStart(path)
    else { return nil }
    return file.withBytes { bytes in
      guard let list = JSONListSignature(bytes), !list.keys.isDisjoint(with: taskKeys),
        !list.keys.contains("image_id")
      else { return nil }
      return "\(file.isPacked ? "gzip file that starts" : "starts") as a JSON list of tasks"
    }
  }

  /// Reads the file on one thread.
  package static func read(
    _ path: String,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    let file = try MappedFile.unpacked(path)
    return try file.withBytes { bytes throws(FormatError) in
      let (dataset, quarantined) = try parse(bytes, path: path)
      return ReadResult(
        dataset: dataset,
        quarantined: quarantined,
        sha256: file.packedSHA256 ?? InputDigest.of(bytes)
      )
    }
  }

  /// Reads the bytes of a file; `path` is for messages.
  static func parse(
    _ bytes: PaddedBytes,
    path: String
  ) throws(FormatError) -> (dataset: Dataset, quarantined: [Quarantined]) {
    let name = fileName(of: path)
    var reader = TaskFileReader(bytes, fileName: name)
    do throws(JSONError) {
      try reader.read()
    } catch {
      throw error.located(in: bytes, file: path)
    }
    return reader.takeResult()
  }
}
