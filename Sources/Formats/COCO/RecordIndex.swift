import Annotations

/// Finds the first row with an id.
struct RecordIndex {
  /// By number, from 0 on, where ids are dense enough; `none` where there is no such id.
  private var rowsOfDenseNumbers: [Int32] = []
  private var rowsOfNumbers: [Int64: Int32] = [:]
  private var rowsOfTexts: [StringCode: Int32] = [:]

  private static let none: Int32 = -1

  init(_ ids: [RecordID]) {
    rowsOfDenseNumbers = Array(repeating: Self.none, count: Self.denseLimit(ids))
    for (row, id) in ids.enumerated() where self.row(of: id) == nil {
      switch id {
      case .number(let number):
        if rowsOfDenseNumbers.indices.contains(Int(number)) {
          rowsOfDenseNumbers[Int(number)] = Int32(row)
        } else {
          rowsOfNumbers[number] = Int32(row)
        }
      case .text(let code): rowsOfTexts[code] = Int32(row)
      case .absent: break
      }
    }
  }

  /// Numbers below it stand in a table without a search: some words an id, as the ids of COCO need.
  private static func denseLimit(_ ids: [RecordID]) -> Int {
    var largest: Int64 = 0
    for case .number(let number) in ids { largest = max(largest, number) }
    return Int(min(largest, Int64(ids.count * 8 + 1024))) + 1
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
    case .number(let number): row(ofNumber: number)
    case .text(let code): rowsOfTexts[code]
    case .absent: nil
    }
  }

  private func row(ofNumber number: Int64) -> Int32? {
    guard rowsOfDenseNumbers.indices.contains(Int(number)) else { return rowsOfNumbers[number] }
    let row = rowsOfDenseNumbers[Int(number)]
    return row == Self.none ? nil : row
  }
}
