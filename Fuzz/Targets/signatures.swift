import Annotations

@testable import Formats

/// What tells formats apart: the start of XML, the keys of a JSON list, and the header of an image.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSignatures(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  _ = XMLSignature.matches(bytes, root: "annotation")
  if let size = ImageHeader.size(bytes) {
    precondition(size.width >= 1 && size.height >= 1, "an image has pixels")
  }
  withPaddedBytes(start, count) { bytes in
    if let list = JSONListSignature(bytes) {
      precondition(!list.isEmpty || list.keys.isEmpty, "an empty list has no record")
    }
  }
  return 0
}
