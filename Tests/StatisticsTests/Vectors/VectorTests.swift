import Testing
import TestSupport

@Suite(
  "Reference vectors",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct VectorTests {
  @Test("every case of a covered file is met", arguments: VectorAdapter.all.map(\.file))
  func cases(file stem: String) throws {
    let adapter = try #require(VectorAdapter.all.first { $0.file == stem })
    let cases = try adapter.check { Issue.record(Comment(rawValue: $0)) }
    #expect(cases != 0)
    print("reference vectors: \(cases ?? 0) cases of \(stem)")
  }

  @Test("every file is covered, left to another module, or listed with a reason")
  func coverage() throws {
    let covered = Set(VectorAdapter.all.map(\.file))
    let listed = Set(VectorAdapter.uncoveredFiles.keys)
    let present = Set(try VectorFile.stems())
    #expect(covered.isDisjoint(with: listed))
    #expect(present.isSubset(of: covered.union(listed)))
  }

  @Test("an uncovered key occurs in its file")
  func uncoveredKeys() throws {
    let files = Set(try VectorFile.stems())
    for adapter in VectorAdapter.all
    where !adapter.uncovered.isEmpty && files.contains(adapter.file) {
      let cases = try VectorFile(named: adapter.file).cases
      let present = Set(cases.flatMap { keys(of: $0.expected) })
      for key in adapter.uncovered.keys {
        #expect(present.contains(key), "\(adapter.file): \(key)")
      }
    }
  }

  private func keys(of tree: JSONTree) -> [String] {
    switch tree {
    case .object(let members): members.flatMap { [$0.key] + keys(of: $0.value) }
    case .array(let values): values.flatMap { keys(of: $0) }
    default: []
    }
  }
}
