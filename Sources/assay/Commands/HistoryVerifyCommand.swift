import ArgumentParser
import Ledger

struct HistoryVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that no entry was changed, removed, added or moved.",
    discussion: """
      Every entry carries the SHA-256 of the one before. A chain by itself cannot show that its last \
      entries were cut off, or that all of it was made anew: note the head that this command prints \
      in another place, and give it with --head. Exit codes: 0 nothing was changed, 1 something was.

      Example:
        assay audit Fixtures/street/gold.json --ledger quality.sqlite
        assay history verify quality.sqlite
        assay history verify quality.sqlite --format json
      """
  )

  @Argument(help: ArgumentHelp("The history.", valueName: "quality.sqlite"), completion: .file())
  var ledger: String

  @Option(
    help: ArgumentHelp(
      "SHA-256 of an entry as it was noted before; it must still be there.",
      valueName: "sha256"
    )
  )
  var head: String?

  @Option(help: "text, or json for programs.")
  var format: ListFormat = .text

  func validate() throws {
    guard let head else { return }
    guard head.utf8.count == 64, head.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      throw ValidationError("--head must be 64 digits of lower-case hexadecimal")
    }
  }

  func run() throws {
    let result = try LedgerOptions.reported { () throws(LedgerError) in
      let open = try Ledger(reading: ledger)
      let result = try open.verify(knownHead: head)
      try open.close()
      return result
    }
    switch format {
    case .text: tell(result)
    case .json: Terminal.standardOutput.write(ListFormat.json(Verdict(result)))
    }
    guard result.problemCount == 0 else { throw ExitCode(1) }
  }

  /// The result as programs read it; what is not known has no key.
  private struct Verdict: Encodable {
    let entries, problemCount: Int
    let head: String?
    let problems: [String]
    let entriesBehindKnownHead: Int?

    private enum CodingKeys: String, CodingKey {
      case entries, head, problems
      case problemCount = "problem-count"
      case entriesBehindKnownHead = "entries-behind-known-head"
    }

    init(_ result: Verification) {
      entries = result.entries
      problemCount = result.problemCount
      head = result.head
      problems = result.problems
      entriesBehindKnownHead = result.entriesBehindKnownHead
    }
  }

  private func tell(_ result: Verification) {
    let output = Terminal.standardOutput
    for problem in result.problems { output.line("\(ledger): \(problem)") }
    if result.problemCount > result.problems.count {
      output.line("\(ledger): and \(result.problemCount - result.problems.count) more problems")
    }
    guard result.problemCount == 0 else { return }
    output.line("\(ledger): \(result.entries) entries, none changed")
    if let behind = result.entriesBehindKnownHead {
      output.line("the entry noted is there, and \(behind) follow it")
    }
    output.line("head: \(result.head ?? "none")")
  }
}
