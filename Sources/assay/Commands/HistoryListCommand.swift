import ArgumentParser
import Findings
import Formats
import Ledger
import Reports

struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the runs and draws the trend of each number.",
    discussion: """
      Trends are drawn over complete runs of the same command, series and parameters; partial and \
      failed runs are listed only. A number that is worse than the last 20 accepted runs explain \
      (robust z of -3.5 or less, from 5 accepted runs on) is flagged as a drop.

      Example:
        assay audit Fixtures/street/gold.json --ledger quality.sqlite
        assay history list quality.sqlite --html history.html
      """
  )

  @Argument(help: ArgumentHelp("The history.", valueName: "quality.sqlite"), completion: .file())
  var ledger: String

  @Option(
    help: "Show this number; may be given more than once. By default the main ones and drops.",
    completion: .list(CatalogEntry.metrics.map(\.id))
  )
  var metric: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of this part of the data: 'category=cat'; more than once for a part of a part.",
      valueName: "key=value"
    )
  )
  var slice: [String] = []

  @Option(help: ArgumentHelp("Only runs of this series.", valueName: "name"))
  var series: String?

  @Flag(help: "Show every number.")
  var all = false

  @Option(help: "List this many of the last runs.")
  var last: Int = 20

  @Option(
    help: ArgumentHelp("Write a page with charts; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Write runs and trends as JSON ('assay-history/1'); '-' for standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var json: String?

  @Option(
    help: ArgumentHelp("Write runs.csv and trends.csv into this folder.", valueName: "folder"),
    completion: .directory
  )
  var csv: String?

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func validate() throws {
    guard last >= 0 else { throw ValidationError("--last must be at least 0") }
    guard html != "-" || json != "-" else {
      throw ValidationError("only one of --html and --json can go to standard output")
    }
    _ = try sliceLabel()
  }

  func run() throws {
    let slice = try sliceLabel()
    let history = try LedgerOptions.reported { () throws(LedgerError) in try read(slice) }
    if let html {
      try TextOutput.write(HistoryPage().text(of: history), to: html)
    }
    if let json { try TextOutput.write(HistoryJSON().text(of: history), to: json) }
    if let csv {
      try AtomicFile.makeFolder(csv)
      for table in HistoryCSV().tables(of: history) {
        try AtomicFile.write(table.text, to: "\(csv)/\(table.fileName)")
      }
    }
    guard html != "-", json != "-", !terminal.quiet else { return }
    let text = HistoryText(
      isColoured: terminal.coloured(.standardOutput),
      listed: last,
      showsAll: all || !metric.isEmpty
    )
    Terminal.standardOutput.write(text.text(of: history))
  }

  private func read(_ slice: SliceLabel) throws(LedgerError) -> History {
    let open = try Ledger(reading: ledger)
    let runs = try open.runs().filter { series == nil || $0.series == series }
    var (order, groups) = ([RunSummary.Group](), [RunSummary.Group: [RunSummary]]())
    for run in runs where run.state == .complete {
      if groups[run.group] == nil { order.append(run.group) }
      groups[run.group, default: []].append(run)
    }
    var shown: [History.Group] = []
    for group in order {
      let members = groups[group] ?? []
      let trends = try open.trends(
        of: members,
        metrics: metric.isEmpty ? nil : metric,
        slice: slice
      )
      shown.append(History.Group(group: group, runs: members.count, trends: trends))
    }
    try open.close()
    return History(
      name: fileName(of: ledger),
      runs: runs,
      groups: shown
    )
  }

  private func sliceLabel() throws -> SliceLabel { try SliceLabel(slice, option: "--slice") }
}
