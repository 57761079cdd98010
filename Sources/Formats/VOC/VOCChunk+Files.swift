extension VOCChunk {
  /// Reads some files; what cannot be used of them goes to quarantine.
  init(reading batch: VOCBatch) {
    self.init()
    let listing = batch.listing
    annotator = batch.annotator
    var buffer = VOCFileBuffer()
    var parser = VOCParser()
    var digest = InputDigest()
    let folder = OpenFolder(listing.folder)
    for index in batch.files {
      var sha256 = ""
      let path = listing.shownPath(index)
      do throws(XMLProblem) {
        try buffer.load(listing.names[index], in: folder)
        try buffer.withBytes { (bytes) throws(XMLProblem) in
          sha256 = digest.digest(of: bytes.bytes)
          try parser.parse(bytes)
        }
        let document = parser.document
        append(document, stem: listing.stem(index), file: Int32(batch.firstFile + index))
        for problem in document.problems { quarantine(problem, in: path) }
      } catch {
        quarantine(error, in: path)
      }
      digests.append((path, sha256))
    }
  }

  private mutating func quarantine(_ problem: XMLProblem, in path: String) {
    quarantined.append(Quarantined(problem, in: path))
  }
}
