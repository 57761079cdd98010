import Annotations
import ArgumentParser
import Embeddings

struct PrototypesResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Continues from a state with the objects that come next.",
    discussion: """
      Parameters are those of the state. The vectors are taken for new objects: with the file that the \
      first run has seen, pass over what it has seen.

      Example:
        assay prototypes run Fixtures/prototypes/stream.csv --epsilon 0.1 --limit 100 --state first.json
        assay prototypes resume first.json Fixtures/prototypes/stream.csv --skip 100 --state all.json
      """
  )

  @Argument(help: ArgumentHelp("A state that 'run' or 'resume' wrote.", valueName: "state"))
  var from: String

  @OptionGroup
  var stream: StreamArguments

  func run() async throws {
    let annotator = try PrototypeStateFile.read(from)
    let read = try stream.read()
    guard read.rows.width == annotator.memory.dimension else {
      throw CommandFailure(
        "\(stream.vectors): vectors have \(read.rows.width) numbers; the state has prototypes of "
          + "\(annotator.memory.dimension)"
      )
    }
    let record = PrototypeRecord(annotator, read, order: Array(0..<read.rows.count))
    let output = PrototypeOutput(stream: stream)
    try output.write(record)
    output.tell(record.annotator)
  }
}
