import Foundation

/// Cases of reference vectors for tests that read the inputs as Foundation values.
package struct ReferenceVectors: Sendable {
  /// One case: inputs, expected values, and how close a result must come.
  package struct Case {
    package let name: String
    package let inputs: [String: Any]
    package let expected: [String: Any]
    private let tolerance: VectorFile.Tolerance

    init(_ one: VectorFile.Case, _ file: VectorFile) {
      name = one.name
      inputs = one.inputs.foundation as? [String: Any] ?? [:]
      expected = one.expected.foundation as? [String: Any] ?? [:]
      tolerance = one.tolerance ?? file.tolerance
    }

    /// Whether `value` is what stands under `key`; `nil` stands for undefined.
    package func agrees(_ value: Double?, _ key: String) -> Bool {
      guard let wanted = expected[key] else { return true }
      return agrees(value, with: wanted, key)
    }

    package func agrees(_ value: Double?, with wanted: Any, _ key: String) -> Bool {
      guard let wanted = wanted as? Double else { return value == nil && wanted is NSNull }
      return value.map { tolerance.bound(at: [key]).admits($0, for: wanted) } ?? false
    }
  }

  /// The cases of one file, by its name without `.json`; none where the folder has no such file.
  package static func cases(of name: String) throws -> [Case] {
    guard try VectorFile.stems().contains(name) else {
      print("reference vectors: no file \(name) in this folder")
      return []
    }
    let file = try VectorFile(named: name)
    print("reference vectors: \(file.cases.count) cases of \(name)")
    return file.cases.map { Case($0, file) }
  }
}

extension JSONTree {
  /// The value as `JSONSerialization` gives it.
  fileprivate var foundation: Any {
    switch self {
    case .null: NSNull()
    case .bool(let value): NSNumber(value: value)
    case .number(let value): NSNumber(value: value)
    case .string(let value): value
    case .array(let values): values.map(\.foundation)
    case .object(let members): members.mapValues(\.foundation)
    }
  }
}
