/// A JSON value; also what an adapter hands back.
package enum JSONTree: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])
}

// MARK: - Reading

extension JSONTree: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// A value of another shape than the schema says: an error of the vectors or of the adapter.
  package struct WrongShape: Error {
    package let wanted: String
    package let found: JSONTree
  }

  /// The member of an object; null where there is none.
  package subscript(_ key: String) -> JSONTree {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  package var isNull: Bool { self == .null }

  package func double() throws -> Double {
    if case .number(let value) = self { return value }
    if case .string("inf") = self { return .infinity }
    if case .string("-inf") = self { return -.infinity }
    throw WrongShape(wanted: "number", found: self)
  }

  package func int() throws -> Int {
    guard let value = Int(exactly: try double()) else {
      throw WrongShape(wanted: "integer", found: self)
    }
    return value
  }

  package func string() throws -> String {
    guard case .string(let value) = self else { throw WrongShape(wanted: "string", found: self) }
    return value
  }

  package func bool() throws -> Bool {
    guard case .bool(let value) = self else { throw WrongShape(wanted: "bool", found: self) }
    return value
  }

  package func array() throws -> [JSONTree] {
    guard case .array(let values) = self else { throw WrongShape(wanted: "array", found: self) }
    return values
  }

  package func object() throws -> [String: JSONTree] {
    guard case .object(let members) = self else { throw WrongShape(wanted: "object", found: self) }
    return members
  }

  package func doubles() throws -> [Double] { try array().map { try $0.double() } }

  package func ints() throws -> [Int] { try array().map { try $0.int() } }

  /// Null where the element is null.
  package func optionalDoubles() throws -> [Double?] {
    try array().map { $0.isNull ? nil : try $0.double() }
  }

  package func rows() throws -> [[Double]] { try array().map { try $0.doubles() } }

  package func intRows() throws -> [[Int]] { try array().map { try $0.ints() } }
}

// MARK: - Writing

extension JSONTree: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}

extension JSONTree {
  package init(_ value: Double?) { self = value.map(JSONTree.number) ?? .null }

  package init(_ value: Int) { self = .number(Double(value)) }

  package init(_ values: [Double]) { self = .array(values.map(JSONTree.number)) }

  package init(_ values: [String]) { self = .array(values.map(JSONTree.string)) }

  package init(_ interval: (low: Double, high: Double)?) {
    self = .array([JSONTree(interval?.low), JSONTree(interval?.high)])
  }
}
