import Foundation

/// One file of reference vectors (`stats-vectors/1`).
package struct VectorFile: Decodable {
  package struct Case: Decodable {
    package let name: String
    package let inputs: JSONTree
    package let expected: JSONTree
    package let tolerance: Tolerance?
  }

  package struct Tolerance: Decodable, Sendable {
    package struct Bound: Decodable, Sendable {
      package var abs: Double
      package var rel: Double

      package init(abs: Double, rel: Double) { (self.abs, self.rel) = (abs, rel) }

      /// Whether a number is as near to the expected one as it must be.
      package func admits(_ found: Double, for expected: Double) -> Bool {
        Swift.abs(found - expected) <= abs + rel * Swift.abs(expected)
      }
    }

    package var abs: Double
    package var rel: Double
    package var keys: [String: Bound]?

    package init(abs: Double, rel: Double, keys: [String: Bound]?) {
      (self.abs, self.rel, self.keys) = (abs, rel, keys)
    }

    /// The bound of the innermost key with an override, else the general one.
    package func bound(at path: [String]) -> Bound {
      for key in path.reversed() {
        if let bound = keys?[key] { return bound }
      }
      return Bound(abs: abs, rel: rel)
    }
  }

  package let name: String
  package let tolerance: Tolerance
  package let cases: [Case]

  package init(named stem: String) throws {
    let url = URL(filePath: SharedData.vectors).appending(path: "\(stem).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
  }

  /// The stems of all files in the folder, sorted.
  package static func stems() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: SharedData.vectors)
      .filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(".json".count)) }
      .sorted()
  }
}

/// Where a result differs from the expected tree: one line per difference.
package func differences(
  _ got: JSONTree,
  _ expected: JSONTree,
  tolerance: VectorFile.Tolerance,
  skipping uncovered: Set<String> = [],
  path: [String] = []
) -> [String] {
  let place = path.joined(separator: ".")
  switch (got, expected) {
  case (_, .object(let members)):
    return members.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      guard !uncovered.contains(key) else { return [] }
      guard case .object(let found) = got, let found = found[key] else {
        return ["\(place).\(key): missing; expected \(value)"]
      }
      return differences(
        found,
        value,
        tolerance: tolerance,
        skipping: uncovered,
        path: path + [key]
      )
    }
  case (.array(let found), .array(let values)):
    guard found.count == values.count else {
      return ["\(place): \(found.count) elements; expected \(values.count)"]
    }
    return zip(found, values).enumerated().flatMap { index, pair in
      differences(
        pair.0,
        pair.1,
        tolerance: tolerance,
        skipping: uncovered,
        path: path + ["\(index)"]
      )
    }
  case (.number(let found), .number(let value)):
    return tolerance.bound(at: path).admits(found, for: value)
      ? [] : ["\(place): \(found); expected \(value)"]
  case (.number(.infinity), .string("inf")), (.number(-.infinity), .string("-inf")):
    return []
  default:
    return got == expected ? [] : ["\(place): \(got); expected \(expected)"]
  }
}
