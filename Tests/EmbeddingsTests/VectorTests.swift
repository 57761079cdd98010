import TestSupport
import Testing

@Suite(
  "Reference vectors of neighbours, outliers and suspect labels",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct VectorTests {
  @Test("every case of a covered file is met", arguments: VectorAdapter.embeddings.map(\.file))
  func cases(file: String) async throws {
    let adapter = try #require(VectorAdapter.embeddings.first { $0.file == file })
    let cases = try adapter.check { Issue.record(Comment(rawValue: $0)) }
    #expect(cases != 0)
    print("reference vectors: \(cases ?? 0) cases of \(file)")
  }
}
