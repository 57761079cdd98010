import Annotations
import Audits
import Embeddings
import Formats

/// Labels with their vectors and probabilities, read and brought together.
struct SuspectInput {
  let items: SuspectItems
  let vectors: (table: VectorTable, source: SuspectRun.Source)?
  let probabilities: (table: ProbabilityTable, source: SuspectRun.Source)?

  /// - Parameter dataset: A data set, or a list of labels.
  init(
    _ dataset: String,
    _ vectorOptions: VectorOptions,
    probabilities probabilityPath: String?,
    _ options: ReportOptions
  ) async throws {
    let vectorFile = try vectorOptions.embeddings.map(VectorOptions.read)
    let probabilityFile = try probabilityPath.map(VectorOptions.read)
    let items = try await Self.items(dataset, columns: probabilityFile?.table.width, options)
    self.items = items
    if let path = vectorOptions.embeddings, let vectorFile {
      let name = VectorOptions.name(path)
      let table = try Self.matched { () throws(VectorMatching.Mismatch) in
        try VectorMatching.table(vectorFile, name: name, for: items, rows: vectorOptions.rows)
      }
      vectors = (table, .init(name: name, sha256: vectorFile.sha256))
    } else {
      vectors = nil
    }
    if let path = probabilityPath, let probabilityFile {
      let name = VectorOptions.name(path)
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
    guard items.count > 0 else { throw CommandFailure("\(dataset): has no label to suspect") }
  }

  private static func items(
    _ path: String,
    columns: Int?,
    _ options: ReportOptions
  ) async throws -> SuspectItems {
    guard let reason = LabelListFile.recognise(path) else {
      let read = try await options.read([("dataset", path)])
      return SuspectItems(read[0])
    }
    try options.ledger.check()
    if !options.run.quiet { Terminal.standardError.line("reading \(path) as labels: \(reason)") }
    do throws(FormatError) {
      let read = try LabelListFile.read(path)
      return SuspectItems(read, name: VectorOptions.name(path), columns: columns)
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
