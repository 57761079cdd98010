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
    ),
    completion: .directory
  )
  var output: String?

  @Option(
    help: ArgumentHelp("Write the JSON report; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var json: String?

  @Option(
    help: ArgumentHelp("Write the HTML report; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var html: String?

  @Option(
    help: ArgumentHelp("Write the CSV tables into this folder.", valueName: "folder"),
    completion: .directory
  )
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Write findings and verdicts as SARIF 2.1.0, for code hosts; '-' for standard output.",
      valueName: "file"
    )
  )
  var sarif: String?

  @Option(
    help: ArgumentHelp(
      "Write clauses and rules as JUnit XML test cases; '-' for standard output.",
      valueName: "file"
    )
  )
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Write verdicts and findings as a page of Markdown; '-' for standard output.",
      valueName: "file"
    )
  )
  var markdown: String?

  @Option(
    help: """
      What goes to standard output: text (nothing, the summary is told on standard error), json (the \
      report), github (annotations of a workflow) or markdown (a summary of a job).
      """
  )
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      """
      What stands before the file names of findings in SARIF, JUnit, annotations and Markdown, so that \
      they lead from the top of a repository.
      """,
      valueName: "folder"
    )
  )
  var pathPrefix: String = ""

  /// How many outputs go to standard output.
  var toStandardOutput: Int {
    [json, html, sarif, junit, markdown].count { $0 == "-" } + (format == .text ? 0 : 1)
  }

  func validate() throws {
    guard toStandardOutput <= 1 else {
      throw ValidationError(
        "only one of --json, --html, --sarif, --junit, --markdown and --format can go to standard "
          + "output"
      )
    }
    var seen: Set<String> = []
    for path in files where !seen.insert(path).inserted && !AtomicFile.isSpecial(path) {
      throw ValidationError("'\(path)' is named for two outputs")
    }
  }

  /// The single files that were asked for, without standard output.
  private var files: [String] {
    [json, html, sarif, junit, markdown].compactMap { $0 }.filter { $0 != "-" }
  }

  /// - Throws: `CommandFailure` where an output would take the place of a file that is read.
  func refuse(replacing inputs: [String]) throws(CommandFailure) {
    for path in files {
      guard let input = inputs.first(where: { AtomicFile.isSame(path, $0) }) else { continue }
      throw CommandFailure(
        "\(path): is what is read (\(input)), which the output would replace; expected another path"
      )
    }
  }

  /// Whether any file was asked for.
  var isGiven: Bool { output != nil || json != nil || html != nil || csv != nil }

  /// Makes the folders that were asked for, so that other files can go there too.
  func makeFolders() throws(CommandFailure) {
    for folder in [output, csv].compactMap({ $0 }) { try AtomicFile.makeFolder(folder) }
  }

  /// Writes everything that was asked for; `policy` is the path of the policy that judged the report.
  ///
  /// - Returns: The paths that a reader should open, in the order of their use.
  func write(
    _ report: AuditReport,
    policy: String? = nil
  ) throws(CommandFailure) -> [String] {
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
    written += try writeForServices(report, SourceFolders(data: pathPrefix, policy: policy))
    return written.filter { $0 != "-" }
  }

  private func writeForServices(
    _ report: AuditReport,
    _ folders: SourceFolders
  ) throws(CommandFailure) -> [String] {
    for (path, renderer) in [
      (sarif, SARIFReport(folders: folders) as any Renderer),
      (junit, JUnitReport(folders: folders)),
      (markdown, MarkdownSummary(folders: folders)),
    ] {
      if let path { try TextOutput.write(renderer.text(of: report), to: path) }
    }
    if let renderer = format.renderer(folders) {
      Terminal.standardOutput.write(renderer.text(of: report))
    }
    return [sarif, junit, markdown].compactMap { $0 }
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

extension SourceFolders {
  /// The folder of a policy counts where its path is relative: an absolute one leads nowhere in a repository.
  fileprivate init(data: String, policy path: String?) {
    let folder = path.flatMap { path in path.lastIndex(of: "/").map { path[..<$0] } } ?? ""
    self.init(data: data, policy: folder.hasPrefix("/") ? "" : String(folder))
  }
}
