import Foundation
import TestSupport
import Testing

@Suite("The help")
struct HelpTests {
  @Test(
    "of every command has an example, and it does what it says",
    arguments: try HelpExample.all()
  )
  func examples(_ example: HelpExample) throws {
    try #require(!example.lines.isEmpty, "\(example.command) has no example")
    let name = "assay " + example.command.split(separator: " ")[1]
    #expect(example.lines.contains { $0.text.contains(name) }, "the example is of something else")
    let folder = try ExampleFolder()
    for line in example.lines {
      let result = try folder.run(line.text)
      #expect(result.status == line.status, "\(line.text)\n\(result.errors)")
    }
  }

  @Test("names every command that there is")
  func whole() throws {
    let commands = try HelpExample.all().map(\.command)
    for known in ["assay audit", "assay history verify", "assay explain"] {
      #expect(commands.contains(known))
    }
    let help = try Program.run("--help").output
    for command in commands where command.split(separator: " ").count == 2 {
      #expect(help.contains("\n  \(command.dropFirst(6)) "), "\(command)")
    }
  }

  @Test("has man pages, with every command and option, that troff has no quarrel with")
  func manual() throws {
    let folder = try TemporaryFolder()
    let program = Program.path.path(percentEncoded: false)
    #expect(
      try ProjectScript.run("make-manual", [folder.path, "--assay", program]).status == 0
    )
    for example in try HelpExample.all() {
      let words = example.command.split(separator: " ")
      let path = "\(folder.path)/\(words.joined(separator: "-")).1"
      let page = try String(contentsOfFile: path, encoding: .utf8)
      let help = try Program.run(["help"] + words.dropFirst().map(String.init)).output
      for option in help.matches(of: /\n  (?:-\w, )?(--[a-z-]+)/).map(\.output.1) {
        let escaped = option.replacing("-", with: "\\-")
        #expect(page.contains("\\fB\(escaped)\\fR"), "\(example.command) \(option)")
      }
      for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
        let known = [".TH ", ".SH ", ".TP", ".PP", ".RS 4", ".RE", ".nf", ".fi", ".br"]
        #expect(known.contains { line.hasPrefix($0) }, "\(line)")
      }
      for line in example.lines where !line.text.contains("'") {
        #expect(page.contains(line.text.replacing("-", with: "\\-")), "\(line.text)")
      }
    }
  }

  @Test("is at hand in bash: commands, options, files and names of metrics are completed")
  func completion() throws {
    let script = """
      source <("$0" --generate-completion-script bash)
      complete_line() {
        COMP_LINE=$1 COMP_POINT=${#1}; read -ra COMP_WORDS <<<"$1"
        [[ $1 != *' ' ]] || COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
        # As bash calls it: the command, the word at the cursor, the one before.
        _assay assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; echo "${COMPREPLY[*]}"
      }
      complete_line 'assay hist'
      complete_line 'assay history ver'
      complete_line 'assay audit --reference-'
      complete_line 'assay audit Fixtures/street/go'
      complete_line 'assay explain cohen-kappa-o'
      complete_line 'assay convert x --to yo'
      """
    let result = try Program.run(
      URL(filePath: "/bin/bash"),
      ["-c", script, Program.path.path(percentEncoded: false)]
    )
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    #expect(
      lines.dropLast() == [
        ["history"], ["verify"], ["--reference-report", "--reference-ledger"],
        ["Fixtures/street/gold.json"], ["cohen-kappa-observed"], ["yolo"],
      ],
      "\(result.output)\(result.errors)"
    )
    for (shell, start) in [("zsh", "#compdef assay"), ("fish", "function ")] {
      let script = try Program.run("--generate-completion-script", shell)
      #expect(script.status == 0 && script.output.hasPrefix(start), "\(script.output.prefix(80))")
      #expect(script.output.contains("reference-ledger"))
    }
    #expect(try Program.run("--generate-completion-script", "tcsh").status == 2)
  }

  @Test("lists rules, metrics and what explains them as JSON, too")
  func json() throws {
    struct Entry: Decodable { var kind, id, summary: String }
    func entries(_ arguments: String...) throws -> [Entry] {
      let result = try Program.run(arguments + ["--format", "json"])
      #expect(result.status == 0)
      return try JSONDecoder().decode([Entry].self, from: Data(result.output.utf8))
    }
    for command in ["rules", "metrics"] {
      let listed = try entries(command)
      let lines = try Program.run(command).output.split(separator: "\n")
      #expect(listed.map(\.id) == lines.map { String($0.prefix { $0 != " " }) })
      #expect(zip(listed, lines).allSatisfy { $1.hasSuffix($0.summary) })
      #expect(Set(listed.map(\.kind)) == [String(command.dropLast())])
    }
    #expect(try entries("explain", "degenerate-box").map(\.kind) == ["rule"])
    #expect(try Program.run("explain", "nothing", "--format", "json").status == 2)
  }

  @Test("keeps the fixtures of its examples as its script makes them")
  func vectors() throws {
    let folder = try TemporaryFolder()
    #expect(try ProjectScript.run("make-vectors", [folder.path]).status == 0)
    for name in ["labels.csv", "vectors.npy"] {
      let kept = SharedData.projectRoot.appending(path: "Fixtures/vectors/\(name)")
      #expect(
        try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")) == Data(contentsOf: kept)
      )
    }
  }
}
