@testable import Formats

/// XML that the scanner of plain files takes, beside what libxml2 makes of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlain(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  prepared
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  var (plain, scanner) = (Events(), PlainXMLScanner())
  guard scanner.scan(bytes, into: &plain) else { return 0 }
  do throws(XMLProblem) {
    let complete = try SAXParser.parse(bytes, root: "a", with: Events())
    precondition(plain.events == complete.events, "both readers give the same events")
    precondition(plain.texts == complete.texts, "both readers give the same texts")
  } catch {
    preconditionFailure("libxml2 refuses a plain file: \(error.text)")
  }
  return 0
}

/// Events with their places, and all texts behind one another.
private struct Events: XMLContentHandler {
  var failure: XMLProblem?
  var events: [(String, XMLPlace, Int)] = []
  var texts: [UInt8] = []

  mutating func open(_ name: XMLName, _ attributes: XMLAttributes, at place: XMLPlace) {
    events.append((name.text, place, texts.count))
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { texts += piece }

  mutating func close() { events.append(("", .start, texts.count)) }
}

/// Tuples have no `Equatable`.
private func == (left: [(String, XMLPlace, Int)], right: [(String, XMLPlace, Int)]) -> Bool {
  left.elementsEqual(right) { $0 == $1 }
}

private let prepared: Void = SAXParser.prepare()
