import ArgumentParser

/// Shows and keeps the history of a ledger.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists the runs of a ledger, draws trends, and checks that nothing was changed.",
    discussion: """
      'audit', 'compare' and others enter their runs with --ledger. A run that a person accepts joins \
      the standard by which later runs are judged.

      Example:
        assay audit Fixtures/street/gold.json --ledger quality.sqlite
        assay history quality.sqlite
      """,
    subcommands: [
      HistoryListCommand.self, HistoryVerifyCommand.self, HistoryAcceptCommand.self,
      HistoryRejectCommand.self,
    ],
    defaultSubcommand: HistoryListCommand.self
  )
}
