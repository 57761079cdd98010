import ArgumentParser
import Findings
import Reports

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what changed from one report to another.",
    discussion: """
      Numbers by metric and part of the data, with the interval of their difference; findings that \
      are new, gone or kept, by fingerprint, so that new ids and another order change nothing. A \
      report lists the first findings of each rule only; where it counts more than it lists, new, \
      gone and kept are given as ranges.

      Example:
        assay audit Fixtures/street/gold.json --json before.json
        assay audit Fixtures/street/broken.json --json after.json
        assay diff before.json after.json
      """
  )

  @Argument(
    help: ArgumentHelp("The earlier report.", valueName: "before.json"),
    completion: .file()
  )
  var before: String

  @Argument(help: ArgumentHelp("The later report.", valueName: "after.json"), completion: .file())
  var after: String

  @Option(help: "How many numbers, and findings of each rule, are shown.")
  var show: Int = 20

  @Option(
    help: ArgumentHelp(
      "Write all as JSON ('assay-difference/1'); '-' for standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var json: String?

  @Option(
    help: ArgumentHelp("Write Markdown; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var markdown: String?

  @Option(
    help: ArgumentHelp(
      "Write changed-metrics.csv, changed-rules.csv and changed-findings.csv into this folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var csv: String?

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func validate() throws {
    guard show >= 0 else { throw ValidationError("--show must be at least 0") }
    guard json != "-" || markdown != "-" else {
      throw ValidationError("only one of --json and --markdown can go to standard output")
    }
  }

  func run() throws {
    let reports = (try ReportFile.read(before), try ReportFile.read(after))
    guard reports.0.command == reports.1.command else {
      throw CommandFailure(
        "\(before) is a report of '\(reports.0.command)' and \(after) one of "
          + "'\(reports.1.command)'; only reports of one command can be compared"
      )
    }
    let difference = ReportDifference(from: reports.0, to: reports.1)
    if let json { try TextOutput.write(DifferenceJSON().text(of: difference), to: json) }
    if let markdown {
      try TextOutput.write(DifferenceMarkdown(shown: show).text(of: difference), to: markdown)
    }
    if let csv {
      try AtomicFile.makeFolder(csv)
      for table in DifferenceCSV().tables(of: difference) {
        try AtomicFile.write(table.text, to: "\(csv)/\(table.fileName)")
      }
    }
    guard json != "-", markdown != "-", !terminal.quiet else { return }
    let text = DifferenceText(isColoured: terminal.coloured(.standardOutput), shown: show)
    Terminal.standardOutput.write(text.text(of: difference))
  }
}
