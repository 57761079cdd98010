/// How one file of reference vectors maps to what a module computes.
package struct VectorAdapter: Sendable {
  package let file: String
  /// Keys of `expected` that are not computed here, with the reason.
  package var uncovered: [String: String] = [:]
  private let body: @Sendable (JSONTree, JSONTree) throws -> JSONTree

  package init(
    _ file: String,
    uncovered: [String: String] = [:],
    compute: @escaping @Sendable (_ inputs: JSONTree) throws -> JSONTree
  ) {
    self.init(file, uncovered: uncovered) { inputs, _ in try compute(inputs) }
  }

  /// For methods whose output form depends on what a case asks for.
  package init(
    _ file: String,
    uncovered: [String: String] = [:],
    computeAsked: @escaping @Sendable (_ inputs: JSONTree, _ expected: JSONTree) throws -> JSONTree
  ) {
    self.file = file
    self.uncovered = uncovered
    body = computeAsked
  }

  package func compute(_ inputs: JSONTree, expected: JSONTree) throws -> JSONTree {
    try body(inputs, expected)
  }

  /// Runs every case of the file and hands over what differs, one line each.
  ///
  /// - Returns: The number of cases; `nil` where the folder of vectors has no such file.
  package func check(report: (String) -> Void) throws -> Int? {
    guard try VectorFile.stems().contains(file) else { return nil }
    let vectors = try VectorFile(named: file)
    for entry in vectors.cases {
      let found = differences(
        try compute(entry.inputs, expected: entry.expected),
        entry.expected,
        tolerance: entry.tolerance ?? vectors.tolerance,
        skipping: Set(uncovered.keys)
      )
      for difference in found { report("\(file)/\(entry.name)\(difference)") }
    }
    return vectors.cases.count
  }
}
