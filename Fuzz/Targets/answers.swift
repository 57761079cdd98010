import Annotations

@testable import Formats

/// An export of Label Studio that answers questions about whole items.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAnswers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    do throws(FormatError) {
      let rows = try LabelStudioAnswers.parse(bytes, path: "a.json")
      for row in rows.table?.rows ?? [] {
        precondition(row.value.isFinite && (row.seconds ?? 0) >= 0, "numbers are finite")
      }
    } catch {
      precondition(!error.description.isEmpty, "a refusal has a text")
    }
  }
  return 0
}
