import Annotations
import Geometry

@testable import Formats

/// The texts of YOLO: a list of names, lines of labels, and the header of an image.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYOLO(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  _ = ImageHeader.size(bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  _ = YOLONames(list: text)
  do throws(YOLONames.Problem) { _ = try YOLODataFile.names(text) } catch {
    precondition(error.line >= 1, "a refusal has a line")
  }
  for line in YOLOText.lines(text) {
    let fields = YOLOText.fields(line)
    guard !fields.isEmpty, let object = try? YOLOLine(fields) else { continue }
    precondition(object.category >= 0, "categories are counted from 0")
  }
  return 0
}
