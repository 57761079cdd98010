import Foundation
import TestSupport
import Testing

@Suite("The sample reports")
struct SampleReportTests {
  private static let folder = SharedData.projectRoot.appending(path: "Reports")

  /// Name and command of each, as `Reports/samples.txt` has them.
  private static func samples() throws -> [(name: String, command: [String])] {
    try String(contentsOf: folder.appending(path: "samples.txt"), encoding: .utf8)
      .split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], Array(words.dropFirst()))
      }
  }

  @Test("are what the program makes now, to the byte")
  func current() throws {
    for (name, command) in try Self.samples() {
      let output = try TemporaryFolder()
      let run = try Program.run(command + ["--output", output.path, "--quiet"])
      #expect(run.status <= 1, "\(run.errors)")
      let stored = Self.folder.appending(path: name).path(percentEncoded: false)
      let manager = FileManager.default
      let files = try manager.contentsOfDirectory(atPath: output.path).sorted()
      #expect(try manager.contentsOfDirectory(atPath: stored).sorted() == files, "\(name)")
      for file in files {
        let isSame = manager.contentsEqual(
          atPath: "\(stored)/\(file)",
          andPath: "\(output.path)/\(file)"
        )
        #expect(isSame, "Reports/\(name)/\(file) is stale; run Scripts/make-reports")
      }
    }
  }

  @Test("are all that the folder holds, and each stands in its list")
  func listed() throws {
    let names = try Self.samples().map(\.name)
    let path = Self.folder.path(percentEncoded: false)
    let entries = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(entries == (names + ["README.md", "samples.txt", "street-compare.png"]).sorted())
    let list = try String(contentsOfFile: path + "/README.md", encoding: .utf8)
    for name in names { #expect(list.contains("(\(name)/report.html)"), "\(name)") }
  }
}
