import Annotations

@testable import Formats

/// A COCO file, written in every format; what is written as COCO reads back and is written alike again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConvert(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let read = readCOCO(start, count) else { return 0 }
  let folders: [any AnnotationWriter.Type] = [VOCWriter.self, YOLOWriter.self]
  for writer in folders {
    _ = writer.write(read.dataset) { path, _ in
      precondition(!path.hasPrefix("/") && !path.hasPrefix("."), "a file stays in its folder")
    }
  }
  var text = coco(read.dataset)
  let again = text.withUTF8 { readCOCO($0.baseAddress, $0.count) }
  guard let again else { preconditionFailure("what is written can be read") }
  precondition(again.quarantined.isEmpty, "what is written is of use")
  precondition(coco(again.dataset) == text, "what is written is written alike again")
  return 0
}

private func coco(_ dataset: Dataset) -> String {
  var whole = ""
  _ = COCOWriter.write(dataset) { _, text in whole = text }
  return whole
}
