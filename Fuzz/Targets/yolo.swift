import Annotations
import Geometry

@testable import Formats

/// A label file of YOLO, for an image of 64 × 48 pixels and two categories.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYOLO(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let size = ImageSize(width: 64, height: 48)
  var columns = YOLOColumns(YOLONames(list: "cat\ndog\n"), namesFile: "obj.names")
  columns.append(
    YOLOFile(text, path: "labels/a.txt", size: size),
    YOLOListing.Item(label: "labels/a.txt", image: "images/a.jpg")
  )
  let dataset = columns.dataset()
  for box in dataset.annotations.boxes {
    precondition(box.x.isFinite && box.y.isFinite, "boxes are finite")
  }
  let lines = YOLOText.lines(text).count { !YOLOText.fields($0).isEmpty }
  precondition(
    dataset.annotations.count + columns.quarantined.count == lines,
    "a line is read or told"
  )
  return 0
}
