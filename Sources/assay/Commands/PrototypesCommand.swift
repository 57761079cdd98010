import ArgumentParser

struct PrototypesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prototypes",
    abstract: "Annotates a stream of embeddings by class prototypes that it learns as it goes.",
    discussion: """
      Every object gets an estimate (the category of the nearest prototype, or a new category where none \
      is within ε) before the annotator's word is heard and learnt from: how far would suggestions have \
      carried this data set?

      Example:
        assay prototypes run Fixtures/prototypes/stream.csv --epsilon 0.1 --output prototypes
      """,
    subcommands: [PrototypesRunCommand.self, PrototypesResumeCommand.self]
  )
}
