import CXML2

/// Reads one XML file with libxml2's SAX2 interface; the only importer of the library.
///
/// A document type definition is refused wherever it stands, so no entity is ever expanded and nothing
/// outside the file is read. Depth and sizes are bounded by the library and by `VOCBuilder`.
enum VOCDocument {
  /// Files above this size are not read, in bytes.
  static let maximumSize = 64 << 20

  /// Must be called before files are read on several threads.
  static func prepareLibrary() { xmlInitParser() }

  static func read(_ bytes: UnsafeRawBufferPointer) -> Result<VOCImage, VOCProblem> {
    guard !bytes.isEmpty else {
      return .failure(VOCProblem("the file is empty", line: 1, column: 1))
    }
    guard bytes.count <= maximumSize else {
      return .failure(
        VOCProblem("the file has \(bytes.count) bytes; at most \(maximumSize) are read")
      )
    }
    var handler = saxHandler()
    var builder = VOCBuilder()
    return withUnsafeMutablePointer(to: &handler) { handler in
      withUnsafeMutablePointer(to: &builder) { builder in
        parse(bytes, handler, builder)
      }
    }
  }

  private static func parse(
    _ bytes: UnsafeRawBufferPointer,
    _ handler: UnsafeMutablePointer<xmlSAXHandler>,
    _ builder: UnsafeMutablePointer<VOCBuilder>
  ) -> Result<VOCImage, VOCProblem> {
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
      return .failure(VOCProblem("libxml2 has no memory left"))
    }
    let ownHandler = context.pointee.sax
    context.pointee.sax = handler
    context.pointee.userData = UnsafeMutableRawPointer(context)
    context.pointee._private = UnsafeMutableRawPointer(builder)
    xmlCtxtUseOptions(
      context,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    )
    // The options write callbacks of their own into the handler; ours are put back.
    context.pointee.sax.pointee = saxHandler()
    xmlParseDocument(context)
    defer {
      context.pointee.sax = ownHandler
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    if let problem = builder.pointee.problem { return .failure(problem) }
    guard context.pointee.wellFormed == 1 else { return .failure(fault(of: context)) }
    return .success(builder.pointee.image)
  }

  private static func fault(of context: xmlParserCtxtPtr) -> VOCProblem {
    let error = context.pointee.lastError
    let text = error.message.map { String(cString: $0) } ?? "unknown fault"
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    return VOCProblem(
      "is not well-formed XML: \(line)",
      line: Int(error.line),
      column: Int(error.int2)
    )
  }

  private static func saxHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, _, _, _, _, _, _ in
      VOCDocument.withBuilder(context) { builder, line, column in
        if let name { builder.start(String(cString: name), line: line, column: column) }
      }
    }
    handler.endElementNs = { context, name, _, _ in
      VOCDocument.withBuilder(context) { builder, _, _ in builder.end() }
    }
    handler.characters = { context, text, length in
      VOCDocument.withBuilder(context) { builder, _, _ in
        builder.text(UnsafeBufferPointer(start: text, count: Int(length)))
      }
    }
    handler.cdataBlock = handler.characters
    handler.internalSubset = { context, _, _, _ in
      VOCDocument.withBuilder(context) { builder, line, column in
        builder.refuse("a document type definition is not read", line: line, column: column)
      }
      if let context { xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self)) }
    }
    handler.serror = { _, _ in }
    return handler
  }

  /// Hands the builder of a parser to `body`, with the place of the parser.
  private static func withBuilder(
    _ context: UnsafeMutableRawPointer?,
    _ body: (inout VOCBuilder, _ line: Int, _ column: Int) -> Void
  ) {
    guard let context else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let builder = parser.pointee._private else { return }
    body(
      &builder.assumingMemoryBound(to: VOCBuilder.self).pointee,
      Int(xmlSAX2GetLineNumber(context)),
      Int(xmlSAX2GetColumnNumber(context))
    )
  }
}
