import ArgumentParser
import Findings
import Reports

/// Where a report is written to, and as what.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write report.json, report.html and the CSV tables into this folder.",
      valueName: "folder"
    )
  )
  var output: String?

  @Option(help: ArgumentHelp("Write the JSON report; '-' for standard output.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write the HTML report; '-' for standard output.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("Write the CSV tables into this folder.", valueName: "folder"))
  var csv: String?

  func validate() throws {
    if json == "-" && html == "-" {
      throw ValidationError("only one of --json and --html can go to standard output")
    }
  }

  /// Makes the folders that were asked for, so that other files can go there too.
  func makeFolders() throws(CommandFailure) {
    for folder in [output, csv].compactMap({ $0 }) { try AtomicFile.makeFolder(folder) }
  }

  /// Writes everything that was asked for.
  ///
  /// - Returns: The paths that a reader should open, in the order of their use.
  func write(_ report: AuditReport) throws(CommandFailure) -> [String] {
    var written: [String] = []
    try makeFolders()
    if let output {
      for renderer in RendererCatalog.all {
        written.append(try write(renderer.init(), report, to: "\(output)/\(renderer.fileName)"))
      }
    }
    if let html {
      written.append(try write(HTMLReport(tables: tables(for: html)), report, to: html))
    }
    if let json { written.append(try write(JSONReport(), report, to: json)) }
    if let csv {
      for renderer in RendererCatalog.all where renderer.fileName.hasSuffix(".csv") {
        written.append(try write(renderer.init(), report, to: "\(csv)/\(renderer.fileName)"))
      }
    }
    return written.filter { $0 != "-" }
  }

  /// The way from a page to the tables, where both stand in one folder; a page can be sent away, so that
  /// it names no other folder of this machine.
  private func tables(for html: String) -> String? {
    let folder = html.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let isBeside = [output, csv].compactMap { $0 }.contains { tables in
      let parts = tables.split(separator: "/", omittingEmptySubsequences: false)
      return (parts.last == "" ? parts.dropLast() : parts) == (folder.isEmpty ? ["."] : folder)
    }
    return isBeside ? "" : nil
  }

  private func write(
    _ renderer: some Renderer,
    _ report: AuditReport,
    to path: String
  ) throws(CommandFailure) -> String {
    let text = renderer.text(of: report)
    try TextOutput.write(text, to: path)
    return path
  }
}
