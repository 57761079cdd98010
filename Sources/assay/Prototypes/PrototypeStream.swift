import Embeddings
import Formats

/// The objects of one run: vectors, categories, domains.
struct PrototypeStream: Sendable {
  let rows: RowMajorRows
  let labels: LabelColumn
  /// The categories themselves where the file names no domains.
  let domains: LabelColumn
  let hasDomains: Bool
  /// Line of the first object among all objects of the file, from 0.
  let firstRow: Int

  init(_ table: VectorTable, part: Range<Int>) {
    let width = table.dimension
    rows = RowMajorRows(
      Array(table.values[part.lowerBound * width..<part.upperBound * width]),
      dimension: width
    )
    labels = LabelColumn(table.labels[part])
    domains = table.domains.map { LabelColumn($0[part]) } ?? labels
    hasDomains = table.domains != nil
    firstRow = part.lowerBound
  }
}
