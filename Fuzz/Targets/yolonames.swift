@testable import Formats

/// The category names of YOLO, as a list and as `data.yaml`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYOLONames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  _ = YOLONames(list: text)
  do throws(YOLONames.Problem) {
    let names = try YOLODataFile.names(text).names
    precondition(names.allSatisfy { $0.line >= 1 }, "a name has a line")
  } catch {
    precondition(error.line >= 1, "a refusal has a line")
  }
  return 0
}
