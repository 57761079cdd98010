import Annotations
import Geometry

@testable import Formats

/// A COCO file, read in one piece and in many, which must come to the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCOCO(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    runNow {
      let whole = await read(bytes, pieceSize: 1 << 20)
      let cut = await read(bytes, pieceSize: 7)
      precondition(whole == cut, "pieces do not change what is read")
    }
  }
  return 0
}

/// What was read, as far as two readings are compared.
private struct Reading: Equatable {
  var error: JSONError?
  var annotations = 0
  var quarantined: [Quarantined] = []
}

private func read(_ bytes: PaddedBytes, pieceSize: Int) async -> Reading {
  var plan = ReadingPlan(threads: 1)
  plan.pieceSize = pieceSize
  var reader = COCOFileReader(bytes, fileName: "a.json", plan: plan, work: nil)
  do throws(JSONError) {
    try await reader.read()
  } catch {
    return Reading(error: error)
  }
  let dataset = reader.takeDataset()
  for box in dataset.annotations.boxes {
    precondition((box.x + box.y).isFinite || box.x.isFinite && box.y.isFinite, "boxes are finite")
  }
  return Reading(annotations: dataset.annotations.count, quarantined: reader.quarantined)
}
