import ArgumentParser
import Audits
import Formats
import FoundationEssentials
import Glibc

struct ConvertCommand: AsyncParsableCommand, TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a data set in another format, and counts what that format cannot hold.",
    discussion: """
      DATASET is anything that 'audit' reads. COCO is written as one file; VOC and YOLO as a folder, \
      without the images. The same input gives the same bytes. Output is written beside its place \
      and moved there when it is whole.

      Example:
        assay convert Fixtures/street/gold.json --to voc --output street-voc
      """
  )

  @Argument(help: "A data set in any format that can be read.", completion: .file())
  var dataset: String

  @Option(
    help: "The format to write: coco, voc or yolo.",
    completion: .list(WriterCatalog.all.map { $0.id })
  )
  var to: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file (coco) or folder (voc, yolo) to write.", valueName: "path"),
    completion: .file()
  )
  var output: String

  @Flag(help: "Replace an existing file, or the entries of the same names in an existing folder.")
  var force = false

  @Option(
    help: ArgumentHelp("Write what was lost as JSON; '-' for standard output.", valueName: "file"),
    completion: .file()
  )
  var json: String?

  @Option(help: "How many threads may work at once; changes the time, never a result.")
  var threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  func validate() throws {
    try ThreadNumber.check(threads)
    guard writer != nil else {
      let known = WriterCatalog.all.map { $0.id }.joined(separator: ", ")
      throw ValidationError("--to must be one of \(known), found '\(to)'")
    }
  }

  func run() async throws {
    guard let writer else { return }
    try refuseExisting()
    let input = try DetectedInput(dataset, role: "dataset", quiet: terminal.quiet)
    let read = try await DetectedInput.read([input], threads: threads)[0]
    let loss = try write(read.result, with: writer)
    let report = ConversionReport(
      from: read.format,
      to: writer.id,
      result: read.result,
      loss: loss
    )
    if json == "-" {
      Terminal.standardOutput.write(report.json)
    } else if let json {
      try AtomicFile.write(report.json, to: json)
    }
    if !terminal.quiet { Terminal.standardError.write(report.text) }
  }

  private var writer: (any AnnotationWriter.Type)? { WriterCatalog.all.first { $0.id == to } }

  /// Tells before the work that the output is there already; an empty folder is none.
  private func refuseExisting() throws(CommandFailure) {
    guard !force, FileManager.default.fileExists(atPath: output) else { return }
    let entries = try? FileManager.default.contentsOfDirectory(atPath: output)
    if writer?.makesFolder == true, entries?.isEmpty == true { return }
    throw CommandFailure("\(output): exists already; --force replaces it")
  }

  private func write(
    _ result: ReadResult,
    with writer: any AnnotationWriter.Type
  ) throws(CommandFailure) -> ConversionLoss {
    guard writer.makesFolder else {
      return try writer.write(result.dataset) { _, text throws(CommandFailure) in
        try AtomicFile.write(text, to: output)
      }
    }
    let folder = try DraftFolder(for: output)
    let loss = try writer.write(result.dataset) { path, text throws(CommandFailure) in
      try folder.write(text, to: path)
    }
    try folder.move()
    return loss
  }
}
