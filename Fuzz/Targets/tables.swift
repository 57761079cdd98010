@testable import Formats

/// The tables that people fill in: a sample that was inspected, and the verdicts of a queue.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    if let rows = rows(bytes, InspectionCSV.columns, InspectionCSV.row) {
      precondition(rows.allSatisfy { $0.weight >= 1 }, "a unit stands for itself at least")
    }
    if let rows = rows(bytes, VerdictCSV.columns, VerdictCSV.row) {
      precondition(rows.allSatisfy { !$0.verdict.isEmpty && $0.line > 1 }, "a verdict has a line")
    }
  }
  return 0
}

private func rows<Row>(
  _ bytes: PaddedBytes,
  _ columns: NamedColumns,
  _ row: (NamedColumns.Line) throws(CSVScanner.Problem) -> Row?
) -> [Row]? {
  do throws(CSVScanner.Problem) {
    return try CSVTable.read(bytes) { table throws(CSVScanner.Problem) in
      try columns.rows(of: &table, row: row)
    }
  } catch {
    precondition(error.line >= 1 && error.column >= 1, "a refusal has a place")
    return nil
  }
}
