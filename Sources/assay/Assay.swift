import Annotations
import ArgumentParser
import Embeddings
import Findings

/// The program: one type a subcommand; the only module that prints and exits.
@main
struct Assay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Audits computer-vision annotations.",
    discussion: """
      Is the delivery well formed? Do the annotators agree, on what, and how sure is that?

      Exit codes: 0 pass, 1 a clause of the policy failed, 2 could not run, \
      3 inconclusive (only with --strict).
      """,
    version: AuditReport.Tool.current.version,
    subcommands: [
      AuditCommand.self, CompareCommand.self, ConsensusCommand.self, SuspectsCommand.self,
      SimilarCommand.self, NeighboursCommand.self, PrototypesCommand.self, CostCommand.self,
      ToleranceCommand.self, PlanCommand.self, GateCommand.self, InitCommand.self,
      ReportCommand.self, DiffCommand.self, HistoryCommand.self, ConvertCommand.self,
      RulesCommand.self, MetricsCommand.self, ExplainCommand.self,
    ]
  )

  static func main() async {
    Terminal.occupyClosedStreams()
    BLAS.useOneThread()
    Interruption.watch()
    let code = await outcome()
    guard let loss = Terminal.outputLoss else { exit(withError: code) }
    Terminal.standardError.line("assay: standard output: cannot write: \(loss)")
    exit(withError: ExitCode(2))
  }

  private static func outcome() async -> ExitCode {
    var command: any ParsableCommand
    do { command = try parseAsRoot() } catch { return told(error) }
    do {
      try await run(&command)
      return .success
    } catch let failure as CommandFailure {
      Terminal.standardError.line("assay: \(failure.description)")
      enter(failure, of: command)
      return ExitCode(2)
    } catch let code as ExitCode {
      return code
    } catch {
      return told(error)
    }
  }

  /// ArgumentParser's own texts: help and version are what was asked for, usage errors are not.
  private static func told(_ error: any Error) -> ExitCode {
    guard exitCode(for: error) == .success else {
      Terminal.standardError.line(fullMessage(for: error))
      return ExitCode(2)
    }
    Terminal.standardOutput.line(fullMessage(for: error))
    return .success
  }

  /// Runs a command, and tells on standard error how it goes on.
  private nonisolated static func run(_ command: inout any ParsableCommand) async throws {
    let terminal = (command as? any TalkingCommand)?.terminal
    try await Work.$observer.withValue(terminal.flatMap { ProgressLine($0) }) {
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    }
  }

  /// Enters a run that made no report into the ledger that was named for it.
  private static func enter(_ failure: CommandFailure, of command: any ParsableCommand) {
    guard !failure.isOfLedger, let recorded = command as? any RecordedCommand else { return }
    let name = type(of: command).configuration.commandName ?? ""
    do throws(CommandFailure) {
      try recorded.options.ledger.enterFailure(of: name, failure.description)
    } catch {
      Terminal.standardError.line("assay: \(error.description)")
    }
  }
}

/// A command whose runs can be entered into a ledger, those without a report too.
protocol RecordedCommand: TalkingCommand {
  var options: ReportOptions { get }
}

extension RecordedCommand {
  var terminal: TerminalOptions { options.run.terminal }
}
