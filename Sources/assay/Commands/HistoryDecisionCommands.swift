import ArgumentParser
import Findings
import Ledger

struct HistoryAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Enters that a run is good: it joins the standard for later runs.",
    discussion: """
      The decision is an entry of its own; the last decision on a run holds.

      Example:
        assay audit Fixtures/street/gold.json --ledger quality.sqlite
        assay history accept quality.sqlite 1 --by "Ann Example" --reason "checked by hand"
      """
  )

  @OptionGroup
  var decision: DecisionOptions

  func run() throws { try decision.enter(.accept) }
}

struct HistoryRejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Enters that a run is not good: it never sets the standard.",
    discussion: """
      The decision is an entry of its own; the last decision on a run holds.

      Example:
        assay audit Fixtures/street/gold.json --ledger quality.sqlite
        assay history reject quality.sqlite 1 --by "Ann Example" --reason "wrong delivery"
      """
  )

  @OptionGroup
  var decision: DecisionOptions

  func run() throws { try decision.enter(.reject) }
}

/// What both decisions are told.
struct DecisionOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The history.", valueName: "quality.sqlite"), completion: .file())
  var ledger: String

  @Argument(help: "Number of the run, as 'assay history' lists it.")
  var run: Int

  @Option(help: "Who decides.")
  var by: String

  @Option(help: "Why.")
  var reason: String

  @Option(
    help: ArgumentHelp(
      "The time to enter in place of the clock's, in UTC: 2026-11-21T09:30:00Z.",
      valueName: "time"
    )
  )
  var recordedAt: UTCTime?

  func validate() throws {
    guard !by.isEmpty && !reason.isEmpty else {
      throw ValidationError("--by and --reason must not be empty")
    }
  }

  func enter(_ verdict: RunDecision.Verdict) throws(CommandFailure) {
    let entry = LedgerEntry.decision(
      RunDecision(run: run, verdict: verdict, person: by, reason: reason)
    )
    let recorded = recordedAt ?? .now
    let header = try LedgerOptions.reported { () throws(LedgerError) in
      // A decision is about a run that is there, so no ledger is made for it.
      try Ledger(reading: ledger).close()
      let open = try Ledger(appendingTo: ledger)
      let header = try open.append(entry, recorded: recorded.description)
      try open.close()
      return header
    }
    Terminal.standardOutput.line("entry \(header.sequence), head: \(header.sha256)")
  }
}
