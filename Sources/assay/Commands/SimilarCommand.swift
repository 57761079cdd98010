import Annotations
import ArgumentParser
import Audits
import Embeddings
import Reports

struct SimilarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Lists the objects nearest to one, as CSV.",
    discussion: """
      One line an object: its id, image, category, and distance; the nearest first, equals in the order \
      of the data set. Found by computing all distances, so it is exact.

      Example:
        assay similar 4711 labels.csv --embeddings vectors.npy
      """
  )

  @Argument(help: "The annotation's id, or the item's name.")
  var id: String

  @Argument(help: "A data set, or a list of labels.", completion: .file())
  var dataset: String

  @OptionGroup(title: "Vectors")
  var vectors: VectorOptions

  @Option(
    name: .customLong("images"),
    help: ArgumentHelp(
      "The folder of the image files: without --embeddings the built-in descriptor makes vectors of them.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var images: String?

  @OptionGroup(title: "Run")
  var run: RunOptions

  func validate() throws {
    guard vectors.embeddings != nil || images != nil else {
      throw ValidationError("give --embeddings or --images")
    }
  }

  func run() async throws {
    let input = try await SuspectInput(
      dataset,
      vectors,
      probabilities: nil,
      images: try ImageOptions.source(images),
      self.run
    )
    guard let item = input.items.names.firstIndex(of: id) else {
      throw CommandFailure("\(dataset): has no object '\(id)'")
    }
    guard let table = input.vectors?.table else { return }
    let usable = VectorDefects(table).usable
    guard let row = usable.firstIndex(of: item) else {
      throw CommandFailure(
        "the vector of '\(id)' is all zeros or not finite; nothing is near to it"
      )
    }
    let search = NeighbourSearch(table.rows(usable), distance: vectors.distance)
    var rows = CSVWriter(output: "")
    rows.header(["item", "image", "category", "distance"])
    for found in search.nearest(to: row, k: vectors.k) {
      let other = usable[found.row]
      rows.row([
        .text(input.items.names[other]), .text(input.items.image(other)),
        .text(input.items.category(other)), .number(found.distance),
      ])
    }
    Terminal.standardOutput.write(rows.output)
  }
}
