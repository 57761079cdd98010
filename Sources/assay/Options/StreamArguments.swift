import ArgumentParser
import Embeddings
import Formats
import Glibc

/// Which objects a run of prototypes sees, and where its results go.
struct StreamArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      A CSV with the column label, perhaps domain (a session, a camera, a batch), and the vector's \
      numbers in all other columns; one object a line, in the order of the stream. With --labels: NumPy \
      (.npy, .npz, .npz:NAME) or a CSV of numbers.
      """,
      valueName: "vectors"
    )
  )
  var vectors: String

  @Option(
    help: ArgumentHelp(
      """
      The categories, one a vector in their order: a CSV with the column label and perhaps domain, or \
      whole numbers in a NumPy file (.npy, .npz:NAME).
      """,
      valueName: "file"
    )
  )
  var labels: String?

  @Option(help: "How many objects at the start of the file are passed over.")
  var skip: Int = 0

  @Option(help: "At most how many objects are read after those; by default all.")
  var limit: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write CSV tables and SVG drawings into this folder.", valueName: "folder")
  )
  var output: String?

  @Option(help: ArgumentHelp("Write what a later 'resume' needs.", valueName: "file"))
  var state: String?

  @Option(help: "How many threads may work at once; changes the time, never a result.")
  var threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Flag(name: .shortAndLong, help: "Print no summary; errors are still told.")
  var quiet = false

  func validate() throws {
    guard skip >= 0 else { throw ValidationError("--skip must be at least 0") }
    guard limit ?? 1 >= 1 else { throw ValidationError("--limit must be at least 1") }
    try ThreadNumber.check(threads)
  }

  /// Reads the part of the stream that is asked for.
  ///
  /// - Throws: `CommandFailure` where the file cannot be read or the part holds no object.
  func read() throws(CommandFailure) -> PrototypeStream {
    let table: LabelledVectors
    do throws(FormatError) {
      table =
        if let labels { try LabelledVectors.read(vectors, labels: labels) } else {
          try LabelledVectors.read(vectors)
        }
    } catch {
      throw CommandFailure(error.description)
    }
    guard skip < table.labels.count else {
      throw CommandFailure("\(vectors): holds \(table.labels.count) objects; --skip is \(skip)")
    }
    let end = limit.map { min(table.labels.count - skip, $0) + skip } ?? table.labels.count
    return PrototypeStream(table, part: skip..<end)
  }
}
