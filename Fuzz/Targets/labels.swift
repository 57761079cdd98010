import Annotations

@testable import Formats

/// A CSV with the labels that annotators gave to whole items.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLabels(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    do throws(FormatError) {
      let read = try LabelFile.parse(bytes, name: "a.csv")
      for row in read.table.rows {
        precondition(row.value.isFinite && (row.seconds ?? 0) >= 0, "numbers are finite")
        precondition(Int(row.item) < read.table.items.count, "an item has a name")
      }
    } catch {
      precondition(!error.description.isEmpty, "a refusal has a text")
    }
  }
  return 0
}
