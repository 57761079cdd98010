/// Reads annotation files one after the other, each in the memory of the one before.
struct VOCParser {
  private var scanner = PlainXMLScanner()
  private var builder = VOCDocumentBuilder()

  /// The file that was parsed last.
  var document: VOCDocument { builder.document }

  /// Reads a file into `document`, once `SAXParser.prepare()` was called.
  ///
  /// - Throws: Why nothing of the file can be used; `document` means nothing then.
  mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(XMLProblem) {
    builder.restart()
    if !scanner.scan(bytes, into: &builder) {
      builder.restart()
      builder = try SAXParser.parse(bytes, root: "annotation", with: builder)
    }
    builder.finish()
  }
}
