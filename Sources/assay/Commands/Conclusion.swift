import ArgumentParser
import Audits
import Findings
import Reports

/// The end of every run that made a report: judge it, write it, tell it, exit.
struct Conclusion {
  let policy: Policy?
  let gate: GateOptions
  let output: OutputOptions
  let quiet: Bool

  /// - Throws: `ExitCode` where the gate did not pass, `CommandFailure` where a file cannot be written.
  func finish(_ report: AuditReport) throws {
    var report = report
    report.gate = policy.map { Gate($0).judge(report) }
    let written = try output.write(report)
    if !quiet {
      let summary = SummaryText(isColoured: Terminal.standardError.wantsColour, files: written)
      Terminal.standardError.write(summary.text(of: report))
    }
    switch report.gate?.verdict {
    case .fail: throw ExitCode(1)
    case .inconclusive where gate.strict: throw ExitCode(3)
    default: break
    }
  }
}
