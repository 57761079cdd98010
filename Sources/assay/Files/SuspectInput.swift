import Annotations
import Audits
import Embeddings
import Formats

/// Labels with their vectors and probabilities, read and brought together.
struct SuspectInput {
  let items: SuspectItems
  let vectors: (table: VectorTable, source: SuspectRun.Source)?
  let probabilities: (table: ProbabilityTable, source: SuspectRun.Source)?
  /// Labels that have no vector because there is no picture of their object; they are no items.
  let withoutPicture: Int

  /// Reads a data set or a list of labels, and what was made of its objects.
  ///
  /// Where neither vectors nor probabilities are given, the built-in descriptor describes the objects in
  /// `images`.
  init(
    _ dataset: String,
    _ vectorOptions: VectorOptions,
    probabilities probabilityPath: String?,
    images: ImageSource? = nil,
    _ run: RunOptions
  ) async throws(CommandFailure) {
    let vectorFile = try Self.read(vectorOptions.embeddings)
    let probabilityFile = try Self.read(probabilityPath)
    let items = try await Self.items(dataset, columns: probabilityFile?.table.width, run)
    guard items.count > 0 else { throw CommandFailure("\(dataset): has no label to suspect") }
    if let images, vectorFile == nil, probabilityFile == nil {
      self = try await SuspectInput(items, described: images, run)
      return
    }
    self.items = items
    withoutPicture = 0
    if let path = vectorOptions.embeddings, let vectorFile {
      let name = fileName(of: path)
      let table = try Self.matched { () throws(VectorMatching.Mismatch) in
        try VectorMatching.table(vectorFile, name: name, for: items, rows: vectorOptions.rows)
      }
      vectors = (table, .init(name: name, sha256: vectorFile.sha256))
    } else {
      vectors = nil
    }
    if let path = probabilityPath, let probabilityFile {
      let name = fileName(of: path)
      let table = try Self.matched { () throws(VectorMatching.Mismatch) in
        try VectorMatching.probabilities(
          probabilityFile,
          name: name,
          for: items,
          rows: vectorOptions.rows
        )
      }
      probabilities = (table, .init(name: name, sha256: probabilityFile.sha256))
    } else {
      probabilities = nil
    }
  }

  /// Items whose objects the built-in descriptor could describe.
  private init(
    _ all: SuspectItems,
    described source: ImageSource,
    _ run: RunOptions
  ) async throws(CommandFailure) {
    let found = await DescriptorVectors(all, in: source, threads: run.threads)
    guard !found.items.isEmpty else {
      throw CommandFailure("no object has a picture in the folder '\(source.name)'")
    }
    if !run.quiet { Terminal.standardError.line("vectors of the \(found.source.name)") }
    items = all.only(found.items)
    vectors = (found.table, found.source)
    probabilities = nil
    withoutPicture = all.count - found.items.count
  }

  private static func read(_ path: String?) throws(CommandFailure) -> EmbeddingFile? {
    guard let path else { return nil }
    return try VectorOptions.read(path)
  }

  private static func items(
    _ path: String,
    columns: Int?,
    _ run: RunOptions
  ) async throws(CommandFailure) -> SuspectItems {
    guard let reason = LabelListFile.recognise(path) else {
      let input = try DetectedInput(path, role: "dataset", quiet: run.quiet)
      return SuspectItems(try await DetectedInput.read([input], threads: run.threads)[0])
    }
    if !run.quiet { Terminal.standardError.line("reading \(path) as labels: \(reason)") }
    do throws(FormatError) {
      let read = try LabelListFile.read(path)
      return SuspectItems(read, name: fileName(of: path), columns: columns)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static func matched<Table>(
    _ match: () throws(VectorMatching.Mismatch) -> Table
  ) throws(CommandFailure) -> Table {
    do throws(VectorMatching.Mismatch) { return try match() } catch {
      throw CommandFailure(error.description)
    }
  }
}
