/// Numbers of one or two dimensions, row by row, whatever order the file had them in.
package struct NumberArray: Hashable, Sendable {
  /// The length of each dimension; one or two of them.
  package let shape: [Int]
  package let values: Values

  package enum Values: Hashable, Sendable {
    case integers([Int64])
    case single([Float])
    case double([Double])
  }

  package init(shape: [Int], values: Values) {
    self.shape = shape
    self.values = values
  }

  /// The numbers as Double; exact but for integers beyond 2⁵³.
  package var doubles: [Double] {
    switch values {
    case .integers(let values): values.map { Double($0) }
    case .single(let values): values.map { Double($0) }
    case .double(let values): values
    }
  }
}
