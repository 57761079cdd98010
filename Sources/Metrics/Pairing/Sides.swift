/// One value for each of the two sides of a comparison.
package struct Sides<Value> {
  package var a: Value
  package var b: Value

  package init(a: Value, b: Value) {
    self.a = a
    self.b = b
  }

  package subscript(side: Side) -> Value {
    get { side == .a ? a : b }
    set { if side == .a { a = newValue } else { b = newValue } }
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Sides<Other> {
    Sides<Other>(a: transform(a), b: transform(b))
  }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}
extension Sides: Codable where Value: Codable {}

/// One of the two inputs of a comparison, as reports name it.
package enum Side: String, CaseIterable, Codable, Sendable {
  case a
  case b

  package var other: Side { self == .a ? .b : .a }
}
