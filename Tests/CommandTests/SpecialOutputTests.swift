import Foundation
import TestSupport
import Testing

@Suite("A report that is written to what is no file")
struct SpecialOutputTests {
  @Test("goes into a pipe, which stays one")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe"
    let result = try Program.run(
      "audit",
      "Fixtures/street/gold.json",
      "--quiet",
      "--json",
      pipe,
      by: """
        mkfifo '\(pipe)'; cat '\(pipe)' & "$@"; status=$?; wait; test -p '\(pipe)' && exit $status
        """
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(#""schema": "assay-report/1""#))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
  }
}
