/// A column of numbers of which some are missing: 8 bytes a row, and none while all of them are.
package struct OptionalNumbers: Sendable {
  /// Empty while all are missing, else one a row.
  private var values: [Double] = []
  package private(set) var count = 0

  /// Stands for a missing number: one of the many ways to write NaN, which no arithmetic gives.
  private static let missing = Double(bitPattern: 0x7FF8_A55A_0000_0001)

  package init() {}

  package mutating func append(_ value: Double?) {
    if let value {
      if values.isEmpty { fill() }
      values.append(Self.stored(value))
    } else if !values.isEmpty {
      values.append(Self.missing)
    }
    count += 1
  }

  package mutating func append(contentsOf other: OptionalNumbers) {
    if values.isEmpty, !other.values.isEmpty { fill() }
    if other.values.isEmpty, !values.isEmpty {
      values.append(contentsOf: repeatElement(Self.missing, count: other.count))
    } else {
      values.append(contentsOf: other.values)
    }
    count += other.count
  }

  /// Makes room for `factor` times the rows that are there.
  package mutating func reserve(factor: Double) { values.reserve(factor: factor) }

  private mutating func fill() {
    values = Array(repeating: Self.missing, count: count)
  }

  /// A NaN that happens to look like a missing number becomes another one.
  private static func stored(_ value: Double) -> Double {
    value.bitPattern == missing.bitPattern ? .nan : value
  }
}

extension OptionalNumbers: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(row: Int) -> Double? {
    get {
      precondition(0..<count ~= row, "a row of the column")
      guard !values.isEmpty else { return nil }
      let value = values[row]
      return value.bitPattern == Self.missing.bitPattern ? nil : value
    }
    set {
      precondition(0..<count ~= row, "a row of the column")
      if values.isEmpty {
        guard newValue != nil else { return }
        fill()
      }
      values[row] = newValue.map(Self.stored) ?? Self.missing
    }
  }
}

extension OptionalNumbers: TableColumn {
  func permuted(by order: [Int]) -> OptionalNumbers {
    var column = self
    if !values.isEmpty { column.values = order.map { values[$0] } }
    column.count = order.count
    return column
  }
}

extension OptionalNumbers: Equatable, ExpressibleByArrayLiteral {
  package static func == (first: Self, second: Self) -> Bool { first.elementsEqual(second) }

  package init(arrayLiteral elements: Double?...) {
    for element in elements { append(element) }
  }
}
