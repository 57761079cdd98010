import Annotations
import Embeddings
import Formats

/// The objects of one run: vectors, categories, domains.
struct PrototypeStream: Sendable {
  let rows: VectorTable
  let labels: LabelColumn
  /// The categories themselves where the file names no domains.
  let domains: LabelColumn
  let hasDomains: Bool
  /// Line of the first object among all objects of the file, from 0.
  let firstRow: Int

  init(_ vectors: LabelledVectors, part: Range<Int>) {
    rows = vectors.table.rows(Array(part))
    labels = LabelColumn(vectors.labels[part])
    domains = vectors.domains.map { LabelColumn($0[part]) } ?? labels
    hasDomains = vectors.domains != nil
    firstRow = part.lowerBound
  }
}
