import Foundation
import Statistics

/// A JSON value; also what an adapter hands back.
enum JSONTree: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])
}

// MARK: - Reading

extension JSONTree: Decodable {
  init(from decoder: any Decoder) throws {
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
  struct WrongShape: Error {
    let wanted: String
    let found: JSONTree
  }

  /// The member of an object; null where there is none.
  subscript(_ key: String) -> JSONTree {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  var isNull: Bool { self == .null }

  func double() throws -> Double {
    if case .number(let value) = self { return value }
    if case .string("inf") = self { return .infinity }
    if case .string("-inf") = self { return -.infinity }
    throw WrongShape(wanted: "number", found: self)
  }

  func int() throws -> Int {
    guard let value = Int(exactly: try double()) else {
      throw WrongShape(wanted: "integer", found: self)
    }
    return value
  }

  func string() throws -> String {
    guard case .string(let value) = self else { throw WrongShape(wanted: "string", found: self) }
    return value
  }

  func bool() throws -> Bool {
    guard case .bool(let value) = self else { throw WrongShape(wanted: "bool", found: self) }
    return value
  }

  func array() throws -> [JSONTree] {
    guard case .array(let values) = self else { throw WrongShape(wanted: "array", found: self) }
    return values
  }

  func object() throws -> [String: JSONTree] {
    guard case .object(let members) = self else { throw WrongShape(wanted: "object", found: self) }
    return members
  }

  func doubles() throws -> [Double] { try array().map { try $0.double() } }

  func ints() throws -> [Int] { try array().map { try $0.int() } }

  /// Null where the element is null.
  func optionalDoubles() throws -> [Double?] {
    try array().map { $0.isNull ? nil : try $0.double() }
  }

  func rows() throws -> [[Double]] { try array().map { try $0.doubles() } }

  func intRows() throws -> [[Int]] { try array().map { try $0.ints() } }
}

// MARK: - Writing

extension JSONTree: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}

extension JSONTree {
  init(_ value: Measured) { self = value.value.map(JSONTree.number) ?? .null }

  init(_ value: Double?) { self = value.map(JSONTree.number) ?? .null }

  init(_ value: Int) { self = .number(Double(value)) }

  init(_ values: [Double]) { self = .array(values.map(JSONTree.number)) }

  init(_ values: [Measured]) { self = .array(values.map { JSONTree($0) }) }

  init(_ values: [String]) { self = .array(values.map(JSONTree.string)) }

  init(_ interval: (low: Double, high: Double)?) {
    self = .array([JSONTree(interval?.low), JSONTree(interval?.high)])
  }
}
