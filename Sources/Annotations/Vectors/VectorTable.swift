/// One vector a row, all of one width, in rows one after the other.
package struct VectorTable: Hashable, Sendable {
  /// The number of rows.
  package let count: Int
  /// The number of columns, at least 1 where there is a row.
  package let width: Int
  /// `count × width` numbers, row by row, as exact as the file gives them.
  package let values: Values

  package enum Values: Hashable, Sendable {
    case single([Float])
    case double([Double])
  }

  package init(width: Int, values: [Float]) {
    count = Self.rows(of: values.count, width: width)
    self.width = width
    self.values = .single(values)
  }

  package init(width: Int, values: [Double]) {
    count = Self.rows(of: values.count, width: width)
    self.width = width
    self.values = .double(values)
  }

  private static func rows(of count: Int, width: Int) -> Int {
    precondition(width > 0 ? count % width == 0 : count == 0, "values fill whole rows")
    return width > 0 ? count / width : 0
  }

  /// One number.
  package subscript(row: Int, column: Int) -> Double {
    switch values {
    case .single(let values): Double(values[row * width + column])
    case .double(let values): values[row * width + column]
    }
  }

  /// The numbers of one row.
  package func row(_ row: Int) -> [Double] {
    let range = row * width..<(row + 1) * width
    return switch values {
    case .single(let values): values[range].map { Double($0) }
    case .double(let values): Array(values[range])
    }
  }

  /// These rows alone, in the order given.
  package func rows(_ rows: [Int]) -> VectorTable {
    switch values {
    case .single(let values):
      VectorTable(width: width, values: picked(rows, from: values))
    case .double(let values):
      VectorTable(width: width, values: picked(rows, from: values))
    }
  }

  private func picked<Number>(_ rows: [Int], from values: [Number]) -> [Number] {
    var picked: [Number] = []
    picked.reserveCapacity(rows.count * width)
    for row in rows { picked += values[row * width..<(row + 1) * width] }
    return picked
  }
}
