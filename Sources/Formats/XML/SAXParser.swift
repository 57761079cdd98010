import CXML2

/// Reads one XML file with libxml2's SAX2 interface; the only importer of libxml2.
///
/// Every DTD is refused, so that no entity is ever declared, expanded or fetched; libxml2's own limits on
/// depth and names stay on, and nothing is written to standard error.
enum SAXParser {
  /// Must be called before the first `parse`, while one thread runs; may be called again.
  static func prepare() { xmlInitParser() }

  /// Gives all events of the file to `handler`, in their order.
  ///
  /// `root` is the name of the root element, for messages.
  ///
  /// - Returns: The handler behind the last event.
  /// - Throws: Why nothing of the file can be used.
  static func parse<Handler: XMLContentHandler>(
    _ bytes: UnsafeRawBufferPointer,
    root: String,
    with handler: Handler
  ) throws(XMLProblem) -> Handler {
    guard let size = Int32(exactly: bytes.count) else {
      throw XMLProblem(file: "the file has \(bytes.count) bytes; expected at most \(Int32.max)")
    }
    guard size > 0 else { throw XMLProblem(file: "the file is empty; expected '\(root)'") }
    guard let context = ParserContext() else {
      throw XMLProblem(file: "libxml2 found no memory for a parser")
    }
    // Converters of encodings report without a context; their errors come back as ours.
    xmlSetStructuredErrorFunc(nil) { _, _ in }

    var session = ParserSession(context: context.pointer, bytes: bytes, handler: handler)
    withUnsafeMutablePointer(to: &session) { session in
      context.pointer.pointee.userData = UnsafeMutableRawPointer(session)
      let options = Int32(XML_PARSE_NONET.rawValue)
      let tree = xmlCtxtReadMemory(context.pointer, bytes.baseAddress, size, nil, nil, options)
      if let tree { xmlFreeDoc(tree) }
    }
    guard let handler = try session.finished() as? Handler else {
      preconditionFailure("a session keeps the handler it was given")
    }
    return handler
  }
}

/// Owns one parser of libxml2, with our callbacks in place of those that build a tree.
private struct ParserContext: ~Copyable {
  let pointer: xmlParserCtxtPtr

  init?() {
    guard let context = xmlNewParserCtxt() else { return nil }
    context.pointee.sax.pointee = Self.handlers
    pointer = context
  }

  deinit { xmlFreeParserCtxt(pointer) }

  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = { session, name, _, _, _, _, count, _, attributes in
      ParserSession.at(session)?.pointee.open(name, XMLAttributes(attributes, count: count))
    }
    handlers.endElementNs = { session, _, _, _ in
      ParserSession.at(session)?.pointee.close()
    }
    handlers.characters = { session, text, count in
      ParserSession.at(session)?.pointee.append(text, count)
    }
    handlers.internalSubset = { session, _, _, _ in
      ParserSession.at(session)?.pointee.refuseDTD()
    }
    handlers.serror = { session, error in
      guard let error else { return }
      ParserSession.at(session)?.pointee.note(error.pointee)
    }
    return handlers
  }
}

/// What the callbacks of one parse share.
private struct ParserSession {
  private let context: xmlParserCtxtPtr
  private var lines: XMLLineCursor
  private var handler: any XMLContentHandler
  private var failure: XMLProblem?

  init(
    context: xmlParserCtxtPtr,
    bytes: UnsafeRawBufferPointer,
    handler: any XMLContentHandler
  ) {
    self.context = context
    self.handler = handler
    lines = XMLLineCursor(bytes)
  }

  /// The session behind the pointer that libxml2 hands to its callbacks.
  static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserSession>? {
    pointer?.assumingMemoryBound(to: ParserSession.self)
  }

  func finished() throws(XMLProblem) -> any XMLContentHandler {
    if let failure { throw failure }
    guard context.pointee.wellFormed == 1 else {
      throw XMLProblem(file: "the file is not well-formed XML")
    }
    return handler
  }

  mutating func open(_ name: UnsafePointer<UInt8>?, _ attributes: XMLAttributes) {
    guard let name, failure == nil else { return }
    let bytes = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
    handler.open(XMLName(bytes), attributes, at: tagPlace())
    stopIfUnusable()
  }

  mutating func close() {
    guard failure == nil else { return }
    handler.close()
    stopIfUnusable()
  }

  mutating func append(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
    handler.append(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  mutating func refuseDTD() {
    failure = failure ?? XMLProblem(file: "a DTD is refused; expected none", at: parserPlace())
    xmlStopParser(context)
  }

  /// Keeps the first error that ends the use of the file.
  mutating func note(_ error: xmlError) {
    guard failure == nil, error.level == XML_ERR_FATAL else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let line = message.prefix { !$0.isNewline }
    failure = XMLProblem(
      file: "the file is not well-formed XML, \(XMLProblem.quoted(String(line)))",
      at: XMLPlace(line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
    )
  }

  private mutating func stopIfUnusable() {
    guard let problem = handler.failure else { return }
    failure = problem
    xmlStopParser(context)
  }

  /// Where the start tag that the parser has just read begins.
  ///
  /// A `<` cannot stand inside a tag, and libxml2 keeps a whole tag in memory. In a file that libxml2
  /// decodes first (UTF-16, Latin-1), the column is counted in characters.
  private mutating func tagPlace() -> XMLPlace {
    guard let input = context.pointee.input?.pointee, let base = input.base,
      var tag = input.cur
    else { return .start }
    var linesInTag = 0
    while tag > base, tag.pointee != UInt8(ascii: "<") {
      tag -= 1
      if tag.pointee == UInt8(ascii: "\n") { linesInTag += 1 }
    }
    let isDecoded = input.buf?.pointee.encoder != nil
    if !isDecoded, let place = lines.place(ofTagAt: Int(input.consumed) + (tag - base)) {
      return place
    }
    let line = Int(input.line) - linesInTag
    let column = Int(input.col) - (input.cur - tag)
    return XMLPlace(line: max(1, line), column: max(1, column))
  }

  private func parserPlace() -> XMLPlace {
    guard let input = context.pointee.input?.pointee else { return .start }
    return XMLPlace(line: max(1, Int(input.line)), column: max(1, Int(input.col)))
  }
}
