import Annotations
import ArgumentParser
import Audits

/// How the ranked labels go to reviewers, and how their verdicts come back.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What reviewers said: a CSV with the columns item and verdict (accept, edit, reject, defer); the \
      filled queue is one.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var verdicts: String?

  @Option(
    help: ArgumentHelp(
      """
      Write the queue as CSV; '-' for standard output. Without it, --output and --csv write it as \
      suspects.csv.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Write a COCO file of only the suspects and their images.",
      valueName: "file"
    ),
    completion: .file()
  )
  var suspectsCoco: String?

  @Option(
    help: ArgumentHelp("Write the suspects as tasks of Label Studio (JSON).", valueName: "file"),
    completion: .file()
  )
  var labelStudio: String?

  @Option(
    help: ArgumentHelp(
      "What comes before the file name of an image in --label-studio, which opens images by URL.",
      valueName: "url"
    )
  )
  var imagePrefix: String = ""

  @Option(
    help: ArgumentHelp("Write the suspects as CVAT for images 1.1 (XML).", valueName: "file"),
    completion: .file()
  )
  var cvat: String?

  func validate() throws {
    guard imagePrefix.isEmpty || labelStudio != nil else {
      throw ValidationError("--image-prefix goes with --label-studio")
    }
  }

  func readVerdicts() throws(CommandFailure) -> [String: ReviewVerdict] {
    guard let verdicts else { return [:] }
    return try VerdictFile.read(verdicts)
  }

  /// Writes what the verdicts must be about: a verdict on something else is an error.
  func check(_ queue: ReviewQueue) throws(CommandFailure) {
    guard let unknown = queue.unknownVerdicts.first else { return }
    throw CommandFailure(
      "\(queue.unknownVerdicts.count) verdicts are about nothing in the queue, the first about "
        + "'\(unknown)'"
    )
  }

  /// Writes the queue, its budget curve, and the files of annotation tools.
  ///
  /// - Returns: The paths written, standard output left out.
  func write(
    _ queue: ReviewQueue,
    of dataset: Dataset?,
    from path: String,
    to output: OutputOptions
  ) throws(CommandFailure) -> [String] {
    try output.makeFolders()
    let folder = output.output ?? output.csv
    var files: [(path: String, text: String)] = []
    if let path = self.queue ?? folder.map({ "\($0)/suspects.csv" }) {
      files.append((path, SuspectsCSV.text(of: queue)))
    }
    if let folder { files.append(("\(folder)/budget.csv", SuspectsCSV.budget(of: queue))) }
    files += try exports(queue, dataset, path)
    for file in files { try TextOutput.write(file.text, to: file.path) }
    return files.map(\.path).filter { $0 != "-" }
  }

  /// The files of annotation tools that were asked for; tells what they cannot hold.
  private func exports(
    _ queue: ReviewQueue,
    _ dataset: Dataset?,
    _ path: String
  ) throws(CommandFailure) -> [(path: String, text: String)] {
    guard let first = suspectsCoco ?? labelStudio ?? cvat else { return [] }
    guard let dataset else {
      throw CommandFailure("\(path): a list of labels has no boxes to write to \(first)")
    }
    let export = SuspectExport(queue, of: dataset)
    if export.withoutImage > 0 {
      Terminal.standardError.line(
        "\(export.withoutImage) suspects are in no file for review: their image is not declared"
      )
    }
    if let labelStudio, export.withoutSize > 0 {
      Terminal.standardError.line(
        "\(labelStudio): \(export.withoutSize) suspects have no box: the size of their image, of "
          + "which a box is a percentage, is not declared"
      )
    }
    var files: [(path: String, text: String)] = []
    if let suspectsCoco { files.append((suspectsCoco, export.coco)) }
    if let labelStudio { files.append((labelStudio, export.labelStudio(prefix: imagePrefix))) }
    if let cvat { files.append((cvat, export.cvat)) }
    return files
  }
}
