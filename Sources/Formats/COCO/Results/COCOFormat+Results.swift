package import Annotations

extension COCOFormat {
  /// Reads a COCO results file: a list of predictions `image_id`, `category_id`, `score` and `bbox`,
  /// `segmentation` or `keypoints`, that were made for a data set.
  ///
  /// The data set that it gives has the images and categories of `reference`, row by row, so that row numbers
  /// of one are those of the other; its annotations are the predictions. What names an image or a category that
  /// `reference` does not have, or has no confidence in 0…1, is put aside.
  ///
  /// - Throws: `FormatError` where nothing can be read, or `reference` has no ids that results could name.
  package static func readResults(
    _ path: String,
    against reference: Dataset,
    threads: Int
  ) async throws(FormatError) -> ReadResult {
    guard hasIDs(reference.images.ids), hasIDs(reference.categories.ids) else {
      throw .unknownFormat(
        path: path,
        reason:
          "results name images and categories by id, which the \(reference.format.rawValue) data "
          + "set does not have; expected a COCO data set"
      )
    }
    let file = try MappedFile.unpacked(path)
    let (path, packedSHA256) = (shownPath(path), file.packedSHA256)
    return try await file.withBytes { bytes async throws(FormatError) in
      let plan = ReadingPlan(threads: threads)
      var reader = ResultsFileReader(
        bytes,
        fileName: fileName(of: path),
        plan: plan,
        reference: reference
      )
      do throws(JSONError) {
        try await reader.read()
      } catch {
        throw error.located(in: bytes, file: path)
      }
      let (dataset, quarantined) = reader.takeResult()
      return ReadResult(
        dataset: dataset,
        quarantined: quarantined,
        sha256: packedSHA256 ?? InputDigest.of(bytes)
      )
    }
  }

  /// Whether a regular file is a list whose first record names an image by id, or an empty list.
  package static func holdsResults(_ path: String) -> Bool {
    guard (try? FileKind(of: path)) == .regular,
      let file = try? MappedFile.unpackedStart(path)
    else { return false }
    return file.withBytes { bytes in
      guard let list = JSONListSignature(bytes) else { return false }
      return list.isEmpty || list.keys.contains("image_id")
    }
  }

  /// Whether a table without rows, or one of its rows, can be named by an id.
  private static func hasIDs(_ ids: [RecordID]) -> Bool {
    ids.isEmpty || ids.contains { $0 != .absent }
  }
}
