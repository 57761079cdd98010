@testable import Formats

/// Two lists of `ImageSets/Main`, one behind the other, cut at the first byte that is NUL.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImageSets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let cut = bytes.firstIndex(of: 0) ?? count
  var sets = VOCImageSets()
  withPaddedBytes(start, cut) { sets.add($0, split: "train", path: "train.txt") }
  let rest = cut + 1
  if rest < count {
    withPaddedBytes(start.map { $0 + rest }, count - rest) {
      sets.add($0, split: "val", path: "val.txt")
    }
  }
  for (stem, listed) in sets.splits {
    precondition(!stem.isEmpty && listed.line >= 1, "an image that is listed has a name and a line")
  }
  sets.noteMissing([])
  precondition(sets.quarantined.count >= sets.splits.count, "each missing file is told")
  return 0
}
