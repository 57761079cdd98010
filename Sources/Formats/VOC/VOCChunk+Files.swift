extension VOCChunk {
  /// Reads some files of a listing; what cannot be used of them goes to quarantine.
  init(reading files: Range<Int>, of listing: VOCListing) {
    self.init()
    var buffer = VOCFileBuffer()
    for file in files {
      var sha256 = ""
      do throws(VOCProblem) {
        try buffer.load(listing.path(file))
        let document = try buffer.withBytes { (bytes) throws(VOCProblem) in
          sha256 = InputDigest.of(bytes.bytes)
          return try VOCParser.parse(bytes)
        }
        append(document, stem: Self.stem(listing.names[file]), file: Int32(file))
        for problem in document.problems { quarantine(problem, in: listing.shownPath(file)) }
      } catch {
        quarantine(error, in: listing.shownPath(file))
      }
      digests.append((listing.shownPath(file), sha256))
    }
  }

  private mutating func quarantine(_ problem: VOCProblem, in path: String) {
    quarantined.append(
      Quarantined(
        file: path,
        line: problem.place.line,
        column: problem.place.column,
        pointer: problem.pointer,
        problem: problem.text
      )
    )
  }

  private static func stem(_ name: String) -> String {
    name.suffix(4).lowercased() == ".xml" ? String(name.dropLast(4)) : name
  }
}
