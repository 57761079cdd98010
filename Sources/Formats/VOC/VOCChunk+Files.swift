extension VOCChunk {
  /// Reads some files of a listing; what cannot be used of them goes to quarantine.
  init(reading files: Range<Int>, of listing: VOCListing) {
    self.init()
    var buffer = VOCFileBuffer()
    for file in files {
      var sha256 = ""
      do throws(XMLProblem) {
        try buffer.load(listing.path(file))
        let document = try buffer.withBytes { (bytes) throws(XMLProblem) in
          sha256 = InputDigest.of(bytes.bytes)
          return try VOCDocument(bytes)
        }
        append(document, stem: Self.stem(listing.names[file]), file: Int32(file))
        for problem in document.problems { quarantine(problem, in: listing.shownPath(file)) }
      } catch {
        quarantine(error, in: listing.shownPath(file))
      }
      digests.append((listing.shownPath(file), sha256))
    }
  }

  private mutating func quarantine(_ problem: XMLProblem, in path: String) {
    quarantined.append(Quarantined(problem, in: path))
  }

  private static func stem(_ name: String) -> String {
    name.suffix(4).lowercased() == ".xml" ? String(name.dropLast(4)) : name
  }
}
