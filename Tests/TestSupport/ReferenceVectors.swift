import Foundation

/// Cases with values of trusted implementations (`stats-vectors/1`).
package struct ReferenceVectors: Sendable {
  /// One case: inputs, expected values, and how close a result must come.
  package struct Case {
    package let name: String
    package let inputs: [String: Any]
    package let expected: [String: Any]
    private let tolerance: [String: Any]

    init(_ one: [String: Any], _ file: [String: Any]) {
      name = one["name"] as? String ?? "?"
      inputs = one["inputs"] as? [String: Any] ?? [:]
      expected = one["expected"] as? [String: Any] ?? [:]
      tolerance = (one["tolerance"] ?? file["tolerance"]) as? [String: Any] ?? [:]
    }

    /// Whether `value` is what stands under `key`; `nil` stands for undefined.
    package func agrees(_ value: Double?, _ key: String) -> Bool {
      guard let wanted = expected[key] else { return true }
      return agrees(value, with: wanted, key)
    }

    package func agrees(_ value: Double?, with wanted: Any, _ key: String) -> Bool {
      guard let wanted = wanted as? Double else { return value == nil && wanted is NSNull }
      guard let value else { return false }
      let keys = tolerance["keys"] as? [String: [String: Double]]
      let absolute = keys?[key]?["abs"] ?? tolerance["abs"] as? Double ?? 0
      let relative = keys?[key]?["rel"] ?? tolerance["rel"] as? Double ?? 0
      return abs(value - wanted) <= absolute + relative * abs(wanted)
    }
  }

  /// The cases of one file, by its name without `.json`; none where the folder has no such file.
  package static func cases(of file: String) throws -> [Case] {
    let name = file
    let url = URL(filePath: SharedData.vectors).appending(path: file + ".json")
    guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
      print("reference vectors: no file \(name) in this folder")
      return []
    }
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    guard let file = json as? [String: Any], let cases = file["cases"] as? [[String: Any]] else {
      throw CocoaError(.fileReadCorruptFile)
    }
    print("reference vectors: \(cases.count) cases of \(name)")
    return cases.map { Case($0, file) }
  }
}
