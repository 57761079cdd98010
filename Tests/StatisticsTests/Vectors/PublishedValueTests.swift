import Testing
import TestSupport

@Suite(
  "Published values",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct PublishedValueTests {
  @Test("examples of the literature come out as printed, and as their libraries compute them")
  func published() throws {
    let file = try VectorFile(named: "90_published_values")
    #expect(!file.cases.isEmpty)
    for entry in file.cases {
      let family = try entry.inputs["family"].string()
      let adapter = try #require(VectorAdapter.all.first { $0.file == family }, "\(family)")
      let got = flat(
        try adapter.compute(entry.inputs, expected: entry.expected["computed"]),
        family: family
      )
      let found =
        differences(
          got,
          entry.expected["computed"],
          tolerance: entry.tolerance ?? file.tolerance,
          skipping: Set(adapter.uncovered.keys)
        )
        + differences(
          got,
          entry.expected["published"],
          tolerance: try printed(entry.expected["published_tolerance"])
        )
      for difference in found { Issue.record("\(entry.name)\(difference)") }
    }
    print("reference vectors: \(file.cases.count) cases of \(file.name)")
  }

  private func printed(_ bounds: JSONTree) throws -> VectorFile.Tolerance {
    var tolerance = VectorFile.Tolerance(abs: 0, rel: 0, keys: [:])
    for (key, bound) in try bounds.object() {
      let bound = try bound.double()
      if key == "*" { tolerance.abs = bound }
      tolerance.keys?[key] = VectorFile.Tolerance.Bound(abs: bound, rel: 0)
    }
    return tolerance
  }

  /// The published file names some results of a family differently.
  private func flat(_ tree: JSONTree, family: String) -> JSONTree {
    guard case .object(var members) = tree else { return tree }
    switch family {
    case "08_icc":
      for (name, form) in members where name.hasPrefix("ICC") {
        members[name] = form["icc"]
        members["\(name)_ci"] = .array([form["ci_low"], form["ci_high"]])
        members["\(name)_F"] = form["F"]
        members["\(name)_p"] = form["p"]
      }
    case "75_multiple_testing":
      for name in ["bh", "bonferroni"] {
        let rejected = try? members[name]?.doubles().filter { $0 <= 0.05 }.count
        members["n_rejected_\(name)_05"] = rejected.map { JSONTree($0) } ?? .null
      }
    default: break
    }
    return .object(members)
  }
}
