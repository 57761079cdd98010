import Annotations

@testable import Formats

/// One file of Pascal VOC.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzVOC(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  prepared
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  do throws(XMLProblem) {
    let document = try VOCDocument(bytes)
    var chunk = VOCChunk()
    chunk.append(document, stem: "a", file: 0)
    _ = chunk.dataset()
  } catch {
    precondition(!error.text.isEmpty, "a refusal has a text")
  }
  return 0
}

private let prepared: Void = SAXParser.prepare()
