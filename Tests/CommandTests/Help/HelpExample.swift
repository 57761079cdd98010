import Foundation
import TestSupport
import Testing

/// What the help of each command shows as an example.
struct HelpExample: Sendable, CustomTestStringConvertible {
  /// `assay history list`.
  let command: String
  /// Lines to run one after the other in one folder.
  let lines: [Line]

  struct Line: Sendable {
    let text: String
    /// 0, or what the line itself says behind `# exit code`.
    let status: Int32
  }

  var testDescription: String { command }

  /// One for each command but the program itself and `help`.
  static func all() throws -> [HelpExample] {
    let help = try Program.run("--experimental-dump-help")
    let dump = try JSONDecoder().decode(Dump.self, from: Data(help.output.utf8))
    return dump.command.subcommands?.flatMap { examples(of: $0, under: "assay") } ?? []
  }

  private struct Dump: Decodable { var command: Command }

  private struct Command: Decodable {
    var commandName: String
    var discussion: String?
    var subcommands: [Command]?
  }

  private static func examples(of command: Command, under path: String) -> [HelpExample] {
    guard command.commandName != "help" else { return [] }
    let name = "\(path) \(command.commandName)"
    let own = HelpExample(command: name, lines: lines(in: command.discussion ?? ""))
    return [own] + (command.subcommands ?? []).flatMap { examples(of: $0, under: name) }
  }

  private static func lines(in discussion: String) -> [Line] {
    discussion.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { line in
      let text = line.drop { $0 == " " }
      let said = text.firstMatch(of: /# exit code (\d)/).flatMap { Int32($0.output.1) }
      return Line(text: String(text), status: said ?? 0)
    }
  }
}

/// A folder such as the examples speak of.
struct ExampleFolder {
  let folder: TemporaryFolder
  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    let fixtures = SharedData.projectRoot.appending(path: "Fixtures")
    try files.createSymbolicLink(
      at: URL(filePath: path + "/Fixtures"),
      withDestinationURL: fixtures
    )
    // Some examples are about a user's own files.
    for name in ["labels.csv", "vectors.npy"] {
      try files.copyItem(
        at: fixtures.appending(path: "vectors/\(name)"),
        to: URL(filePath: "\(path)/\(name)")
      )
    }
    let gold = fixtures.appending(path: "street/gold.json")
    try files.copyItem(at: gold, to: URL(filePath: path + "/train.json"))
    try folder.write("results.json", try Self.predictions(for: gold))
  }

  /// Runs a line of an example.
  func run(_ line: String) throws -> Program.Result {
    let folder = Program.path.deletingLastPathComponent().path(percentEncoded: false)
    return try Program.run(
      URL(filePath: "/bin/bash"),
      ["-c", "PATH=\"\(folder):$PATH\"; \(line)"],
      in: URL(filePath: path)
    )
  }

  /// What a model that is always right would find, as COCO's results.
  private static func predictions(for dataset: URL) throws -> Data {
    struct Document: Decodable {
      var annotations: [Annotation]
      struct Annotation: Codable {
        var image_id: Int
        var category_id: Int
        var bbox: [Double]
        var score: Double?
      }
    }
    var found = try JSONDecoder().decode(Document.self, from: Data(contentsOf: dataset)).annotations
    for index in found.indices { found[index].score = 0.9 }
    return try JSONEncoder().encode(found)
  }
}
