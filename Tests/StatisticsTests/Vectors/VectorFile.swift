import Foundation
import TestSupport

/// One file of reference vectors (`stats-vectors/1`).
struct VectorFile: Decodable {
  struct Case: Decodable {
    let name: String
    let inputs: JSONTree
    let expected: JSONTree
    let tolerance: Tolerance?
  }

  struct Tolerance: Decodable, Sendable {
    struct Bound: Decodable, Sendable {
      var abs: Double
      var rel: Double
    }

    var abs: Double
    var rel: Double
    var keys: [String: Bound]?

    /// The bound of the innermost key with an override, else the general one.
    func bound(at path: [String]) -> Bound {
      for key in path.reversed() {
        if let bound = keys?[key] { return bound }
      }
      return Bound(abs: abs, rel: rel)
    }
  }

  let name: String
  let tolerance: Tolerance
  let cases: [Case]

  init(named stem: String) throws {
    let url = URL(filePath: SharedData.vectors).appending(path: "\(stem).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
  }

  /// The stems of all files in the folder, sorted.
  static func stems() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: SharedData.vectors)
      .filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(".json".count)) }
      .sorted()
  }
}

/// Where a result differs from the expected tree: one line per difference.
func differences(
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
    let bound = tolerance.bound(at: path)
    let isNear = abs(found - value) <= bound.abs + bound.rel * abs(value)
    return isNear ? [] : ["\(place): \(found); expected \(value)"]
  case (.number(.infinity), .string("inf")), (.number(-.infinity), .string("-inf")):
    return []
  default:
    return got == expected ? [] : ["\(place): \(got); expected \(expected)"]
  }
}
