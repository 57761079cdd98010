import Annotations
import ArgumentParser
import Embeddings

struct PrototypesRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Starts with an empty memory.",
    discussion: """
      With --output, the stream is also run over a range of ε, over feedback probabilities, and in three \
      orders (as given, shuffled, domain after domain), each from an empty memory.

      Example:
        assay prototypes run Fixtures/prototypes/stream.csv --epsilon 0.1 --output prototypes
      """
  )

  @OptionGroup
  var stream: StreamArguments

  @OptionGroup(title: "Prototypes")
  var prototypes: PrototypeArguments

  @Option(
    help: """
      The order of the objects: given, iid (shuffled by the seed) or domain (one after the other; \
      categories, where the file names no domains).
      """
  )
  var order: StreamOrder = .given

  @Flag(help: "Leave out the runs over ε, feedback and orders.")
  var noTrials = false

  func run() async throws {
    let read = try stream.read()
    let indices = order.indices(read.domains, seed: prototypes.seed)
    var trials = PrototypeTrials(
      stream: read,
      parameters: prototypes.parameters(epsilon: prototypes.epsilon ?? 1),
      order: indices,
      threads: stream.threads
    )
    let isTried = stream.output != nil && !noTrials
    let sweep = isTried || prototypes.epsilon == nil ? await trials.epsilonSweep() : []
    if prototypes.epsilon == nil {
      trials = try chosen(from: sweep, trials)
    }
    let record = PrototypeRecord(
      IncrementalAnnotator(trials.parameters, dimension: read.rows.width),
      read,
      order: indices
    )
    let output = PrototypeOutput(stream: stream)
    try output.write(record)
    if isTried { try await output.write(trials, sweep: sweep) }
    output.tell(record.annotator)
  }

  private func chosen(
    from sweep: [IncrementalAnnotator],
    _ trials: PrototypeTrials
  ) throws(CommandFailure) -> PrototypeTrials {
    guard let best = PrototypeTrials.best(sweep) else {
      throw CommandFailure("\(stream.vectors): no ε can be chosen on this stream; give --epsilon")
    }
    if !stream.quiet {
      Terminal.standardError.line(
        "ε = \(best) has the best F1 on this stream; chosen where it is measured, it flatters"
      )
    }
    return PrototypeTrials(
      stream: trials.stream,
      parameters: prototypes.parameters(epsilon: best),
      order: trials.order,
      threads: trials.threads
    )
  }
}
