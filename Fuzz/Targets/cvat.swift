import Annotations

@testable import Formats

/// A file of CVAT for images.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCVAT(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  prepared
  withPaddedBytes(start, count) { bytes in
    bytes.withSpan(of: 0..<bytes.count) { span in
      do throws(FormatError) {
        _ = try CVATFormat.parse(span, path: "a.xml")
      } catch {
        precondition(!error.description.isEmpty, "a refusal has a text")
      }
    }
  }
  return 0
}

private let prepared: Void = SAXParser.prepare()
