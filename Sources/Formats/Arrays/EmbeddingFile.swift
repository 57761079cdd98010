package import Annotations

/// Vectors of a file, and what each row is about.
package struct EmbeddingFile: Sendable {
  package var table: VectorTable
  package var keys: Keys
  /// Of the file's bytes.
  package var sha256: String

  /// What names the rows.
  package enum Keys: Hashable, Sendable {
    /// Nothing: the order has to.
    case order
    /// Annotation ids, or the items of a label list.
    case annotation([String])
    /// Image ids or file names.
    case image([String])
  }

  /// Members of a `.npz` that hold the vectors, and those that hold the keys.
  private static let vectorNames = ["embeddings", "vectors", "features", "X", "probabilities"]
  private static let annotationNames = ["annotation_ids", "annotation_id", "ids", "id"]
  private static let imageNames = ["image_ids", "image_id"]

  /// Reads `.npy`, `.npz`, `.npz:NAME` or CSV.
  ///
  /// - Throws: `FormatError` where the file cannot be read, is damaged, or holds something else.
  package static func read(_ text: String) throws(FormatError) -> EmbeddingFile {
    let reference = ArrayFile.Reference(text)
    guard reference.isArray else { return try EmbeddingCSV.read(text) }
    let read = try ArrayFile.read(reference, preferring: vectorNames)
    guard read.array.shape.count == 2, read.array.shape[1] > 0 else {
      throw .unreadable(
        path: text,
        reason: "one vector a row was expected, the shape is \(read.array.shape)"
      )
    }
    let width = read.array.shape[1]
    let table =
      switch read.array.values {
      case .single(let values): VectorTable(width: width, values: values)
      case .double, .integers: VectorTable(width: width, values: read.array.doubles)
      }
    return EmbeddingFile(
      table: table,
      keys: try keys(of: reference, count: table.count),
      sha256: read.sha256
    )
  }

  /// The ids that stand beside the vectors in a `.npz`.
  private static func keys(
    of reference: ArrayFile.Reference,
    count: Int
  ) throws(FormatError) -> Keys {
    guard reference.path.hasSuffix(".npz") else { return .order }
    let members = try ArrayFile.members(of: reference.path)
    for (names, isImage) in [(annotationNames, false), (imageNames, true)] {
      guard let name = names.first(where: members.contains) else { continue }
      let array = try ArrayFile.read(ArrayFile.Reference("\(reference.path):\(name)")).array
      guard array.shape == [count], case .integers(let ids) = array.values else {
        throw .unreadable(
          path: reference.path,
          reason: "'\(name)' must be \(count) integers, one a vector; its shape is \(array.shape)"
        )
      }
      return isImage ? .image(ids.map(String.init)) : .annotation(ids.map(String.init))
    }
    return .order
  }
}
