import TestSupport
import Testing

/// Names that would move the cursor, set the title of the window or turn the text around.
@Suite("Control characters in names")
struct ControlCharacterTests {
  private static let name = "\\u001b[2J\\u001b]0;x\\u0007\\u009b31m\\u202ecat\\r\\nok\\u0000"
  private let folder: TemporaryFolder
  private let data: String
  private let policy: String

  init() throws {
    folder = try TemporaryFolder()
    data = try folder.write(
      "d.json",
      #"{"images": [{"id": 1, "file_name": "\#(Self.name).jpg", "width": 9, "height": 9}],"#
        + #" "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 99, 0]}],"#
        + #" "categories": [{"id": 1, "name": "\#(Self.name)"}, {"id": 2, "name": "\#(Self.name)"}]}"#
    )
    policy = try folder.write(
      "p.yml",
      """
      clauses: [{metric: "\\e[2J", target: "> 0"}, {metric: dice, slice: {category: "\\e"}, target: "> 0"}]
      rules: {"a\\np.yml:1:1: b": {max: 0}}
      """
    )
  }

  @Test(
    "get neither to the terminal nor into the log of a workflow",
    arguments: [
      ["audit", "DATA", "--format", "github"], ["audit", "DATA", "--policy", "POLICY"],
      ["audit", "DATA", "--format", "markdown"], ["audit", "\u{1b}[2Jno\u{202e}where"],
      ["explain", "\u{1b}[2J"], ["compare", "DATA", "DATA", "--verbose"], ["audit", "--\u{1b}[2J"],
    ]
  )
  func told(_ arguments: [String]) throws {
    let paths = ["DATA": data, "POLICY": policy]
    let run = try Program.run(arguments.map { paths[$0] ?? $0 })
    let told = run.output + run.errors
    #expect(!told.isEmpty)
    let acting = told.unicodeScalars.filter { scalar in
      (scalar.properties.generalCategory == .control && scalar != "\n") || scalar == "\u{202e}"
    }
    #expect(acting.isEmpty, "\(told.debugDescription)")
  }

  @Test("make no problem of a policy look like two")
  func lines() throws {
    let run = try Program.run("audit", data, "--policy", policy, "--quiet")
    #expect(run.status == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines[2].contains("p.yml:2:9: unknown rule 'a�p.yml:1:1: b'"))
  }
}
