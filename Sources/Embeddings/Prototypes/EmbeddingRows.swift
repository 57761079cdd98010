/// Vectors of equal length, one an object, that can be asked for by index.
package protocol EmbeddingRows: Sendable {
  var count: Int { get }
  /// Length of every vector, at least 1.
  var dimension: Int { get }
  /// The vector of an object of `0..<count`; it may hold values that are not finite.
  func row(_ index: Int) -> ArraySlice<Float>
}

/// Vectors one after another in one array.
package struct RowMajorRows: EmbeddingRows {
  package let dimension: Int
  private let values: [Float]

  /// - Precondition: `values` holds whole vectors of `dimension`, which is at least 1.
  package init(_ values: [Float], dimension: Int) {
    precondition(dimension >= 1 && values.count % dimension == 0, "whole vectors")
    self.values = values
    self.dimension = dimension
  }

  package var count: Int { values.count / dimension }

  package func row(_ index: Int) -> ArraySlice<Float> {
    values[index * dimension..<(index + 1) * dimension]
  }
}
