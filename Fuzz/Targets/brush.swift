import Annotations
import Geometry

@testable import Formats

/// A mask of Label Studio's brush, whose size stands in the first two bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBrush(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count >= 2 else { return 0 }
  let size = ImageSize(width: Int(start[0] % 64) + 1, height: Int(start[1] % 64) + 1)
  let bytes = Array(UnsafeBufferPointer(start: start + 2, count: count - 2))
  var runs: [UInt32] = []
  guard BrushMask.decode(bytes, size: size, into: &runs) == nil else { return 0 }
  let mask = RunLengthMask(height: size.height, width: size.width, runs: runs)
  precondition(mask != nil, "the runs cover the image")
  return 0
}
