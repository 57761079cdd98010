import ArgumentParser
import Findings
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes any output of a stored report again, without the data set.",
    discussion: """
      REPORT is a report.json. What is made from it is the same, to the byte, as what the run itself \
      would have made.

      Example:
        assay audit Fixtures/street/broken.json --json report.json
        assay report report.json --html report.html --csv tables
      """
  )

  @Argument(help: ArgumentHelp("The stored report.", valueName: "report.json"), completion: .file())
  var report: String

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func run() throws {
    let stored = try ReportFile.read(report)
    let written = try output.write(stored)
    guard !terminal.quiet else { return }
    let isColoured = terminal.coloured(.standardError)
    let summary = SummaryText(isColoured: isColoured, files: written)
    Terminal.standardError.write(summary.text(of: stored))
  }
}
