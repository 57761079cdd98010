import Foundation
import TestSupport
import Testing

@Suite("Output that would be lost")
struct LostOutputTests {
  private let folder: TemporaryFolder
  private let data: String

  init() throws {
    folder = try TemporaryFolder()
    data = try folder.write("d.json", #"{"images": [], "annotations": [], "categories": []}"#)
  }

  @Test(
    "on a full or closed standard output is told, with exit code 2",
    arguments: [
      ["rules"], ["--help"], ["--version"], ["explain", "dice"], ["audit", "-", "--json", "-"],
    ]
  )
  func standardOutput(_ arguments: [String]) throws {
    for (stream, reason) in [
      (">/dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ] {
      let run = try Program.run(
        URL(filePath: "/bin/bash"),
        [
          "-c", #""$@" <'\#(data)' \#(stream)"#, "bash", Program.path.path(percentEncoded: false),
        ] + arguments
      )
      #expect(run.status == 2)
      #expect(
        run.errors.hasSuffix("assay: standard output: cannot write: \(reason)\n"),
        "\(run.errors)"
      )
    }
  }

  @Test("of a caller that closed every stream does not get into a file")
  func closedStreams() throws {
    let (open, closed) = ("\(folder.path)/open.json", "\(folder.path)/closed.json")
    #expect(try Program.run("audit", data, "--json", open).status == 0)
    let run = try Program.run("audit", data, "--json", closed, by: #""$@" <&- >&- 2>&-"#)
    #expect(run.status == 0)
    #expect(FileManager.default.contentsEqual(atPath: open, andPath: closed))
  }

  @Test("in place of what is read is refused, by whatever name", arguments: ["d.json", "link"])
  func overInput(_ name: String) throws {
    let before = try Data(contentsOf: URL(filePath: data))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link",
      withDestinationPath: data
    )
    let output = "\(folder.path)/\(name)"
    for run in [
      try Program.run("audit", data, "--html", output),
      try Program.run("compare", data, data, "--json", output),
    ] {
      #expect(run.status == 2 && run.errors.contains("\(output): is what is read"), "\(run.errors)")
    }
    #expect(try Data(contentsOf: URL(filePath: data)) == before)
  }

  @Test("of two kinds in one file is refused, unless nothing is kept there")
  func twice() throws {
    let file = "\(folder.path)/x"
    let run = try Program.run("audit", data, "--json", file, "--html", file)
    #expect(run.status == 2 && run.errors.contains("'\(file)' is named for two outputs"))
    let none = try Program.run("audit", data, "--json", "/dev/zero", "--html", "/dev/zero")
    #expect(none.status == 0, "\(none.errors)")
  }
}
