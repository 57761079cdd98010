import ArgumentParser
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
      AuditCommand.self, CompareCommand.self, ConsensusCommand.self, RulesCommand.self,
      MetricsCommand.self, ExplainCommand.self, PrototypesCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Terminal.standardError.line("assay: \(failure.description)")
      exit(withError: ExitCode(2))
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      // ArgumentParser's own texts: help, version, usage errors.
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      Terminal.standardError.line(fullMessage(for: error))
      exit(withError: ExitCode(2))
    }
  }
}
