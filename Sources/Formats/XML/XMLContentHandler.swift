/// Makes something of the events of `SAXParser`.
protocol XMLContentHandler {
  /// Why nothing of the file can be used, as soon as that is known; ends the parse.
  var failure: XMLProblem? { get }

  /// A start tag, and where its `<` stands.
  mutating func open(_ name: XMLName, _ attributes: XMLAttributes, at place: XMLPlace)

  /// A piece of the text of the element that was opened last and not closed.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>)

  /// An end tag.
  mutating func close()
}
