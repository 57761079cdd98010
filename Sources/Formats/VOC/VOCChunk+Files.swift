extension VOCChunk {
  /// Reads some files of a listing; what cannot be used of them goes to quarantine.
  init(reading files: Range<Int>, of listing: VOCListing) {
    self.init()
    var buffer = VOCFileBuffer()
    var parser = VOCParser()
    var digest = InputDigest()
    let folder = OpenFolder(listing.folder)
    for file in files {
      var sha256 = ""
      do throws(XMLProblem) {
        try buffer.load(listing.names[file], in: folder)
        try buffer.withBytes { (bytes) throws(XMLProblem) in
          sha256 = digest.digest(of: bytes.bytes)
          try parser.parse(bytes)
        }
        let document = parser.document
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
