import Foundation
import TestSupport
import Testing

/// The documents show what the program prints; `RECORD=1 swift test` prints it into them again.
@Suite("Console blocks of the documents")
struct ConsoleBlockTests {
  /// The document of the project, and those of its folder `Documentation`.
  static let documents: [String] = {
    let root = SharedData.projectRoot.path(percentEncoded: false)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root + "/Documentation")) ?? []
    return ["README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  @Test("are what the program prints", arguments: documents)
  func blocks(document: String) throws {
    let file = SharedData.projectRoot.appending(path: document)
    let written = try String(contentsOf: file, encoding: .utf8)
    let printed = try Self.printed(written)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", printed != written {
      try printed.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(written == printed, "\(document) is stale; RECORD=1 prints it again")
    }
  }

  /// The text with every block that starts with one `$ Scripts/assay …` line as a run of it prints it.
  ///
  /// A block of several command lines is a list of commands, without output.
  private static func printed(_ text: String) throws -> String {
    var result: [Substring] = []
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch (line, block) {
      case ("```console", nil):
        block = []
        result.append(line)
      case ("```", let lines?):
        result += try run(lines)
        result.append(line)
        block = nil
      case (_, _?): block?.append(line)
      default: result.append(line)
      }
    }
    return result.joined(separator: "\n")
  }

  private static func run(_ lines: [Substring]) throws -> [Substring] {
    let commands = lines.filter { $0.hasPrefix("$ ") }
    guard commands.count == 1, commands == Array(lines.prefix(1)),
      let command = commands[0].wholeMatch(of: /\$ Scripts\/assay (.*)/)
    else { return lines }
    // Both streams, in the order in which they were written, as a terminal shows them.
    let result = try Program.run(by: "\"$1\" \(command.1) 2>&1")
    return commands
      + (result.output.hasSuffix("\n") ? result.output.dropLast() : result.output[...])
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
