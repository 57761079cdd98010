import Annotations

@testable import Formats

/// An export of Label Studio.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLabelStudio(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    do throws(FormatError) {
      _ = try LabelStudioFormat.parse(bytes, path: "a.json")
    } catch {
      precondition(!error.description.isEmpty, "a refusal has a text")
    }
  }
  return 0
}
