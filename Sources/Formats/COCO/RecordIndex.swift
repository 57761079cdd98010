import Annotations

/// Finds the first row with an id.
struct RecordIndex {
  private var rowsOfNumbers: [Int64: Int32] = [:]
  private var rowsOfTexts: [StringCode: Int32] = [:]

  init(_ ids: [RecordID]) {
    rowsOfNumbers.reserveCapacity(ids.count)
    for (row, id) in ids.enumerated() where self.row(of: id) == nil {
      switch id {
      case .number(let number): rowsOfNumbers[number] = Int32(row)
      case .text(let code): rowsOfTexts[code] = Int32(row)
      case .absent: break
      }
    }
  }

  /// The rows of many ids, of which one often follows itself; `absent` where there is none.
  func rows(of ids: [RecordID], absent: Int32) -> [Int32] {
    var last: RecordID = .absent
    var lastRow = absent
    return ids.map { id in
      if id != last {
        lastRow = row(of: id) ?? absent
        last = id
      }
      return lastRow
    }
  }

  /// The first row with this id, or `nil`.
  func row(of id: RecordID) -> Int32? {
    switch id {
    case .number(let number): rowsOfNumbers[number]
    case .text(let code): rowsOfTexts[code]
    case .absent: nil
    }
  }
}
