import Annotations

@testable import Imaging

/// An image file of up to 65,536 pixels: its header, orientation and content.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImages(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(ImageError) {
    let data = try ImageData(bytes)
    guard data.size.width <= (1 << 16) / data.size.height else { return 0 }
    let content = try ImageExamination(bytes).content
    precondition(content?.signature.lightness.count == 256, "a picture has a signature")
  } catch {
    precondition(!error.description.isEmpty, "a refusal has a text")
  }
  return 0
}
