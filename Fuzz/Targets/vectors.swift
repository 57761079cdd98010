import Annotations

@testable import Formats

/// Vectors as a CSV.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzVectors(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    do throws(CSVScanner.Problem) {
      let file = try EmbeddingCSV.parse(bytes)
      switch file.keys {
      case .order: break
      case .annotation(let names), .image(let names):
        precondition(names.count == file.table.count, "every vector has its key")
      }
    } catch {
      precondition(error.line >= 1 && error.column >= 1, "a refusal has a place")
    }
  }
  return 0
}
