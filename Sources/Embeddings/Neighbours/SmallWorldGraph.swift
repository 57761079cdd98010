import CHNSW

/// The one owner of a graph of hnswlib.
///
/// Vectors are added one after the other, so that the same vectors give the same graph; searches change
/// nothing but a pool of scratch memory that the library locks, so that several tasks may search at once.
///
/// Source: Y. A. Malkov, D. A. Yashunin, "Efficient and robust approximate nearest neighbor search using
/// hierarchical navigable small world graphs", 2018; Debian's libhnswlib-dev 0.6.2.
final class SmallWorldGraph: @unchecked Sendable {
  // Sendable: `add` is called before the graph is shared, `search` is safe from several threads.
  private let graph: OpaquePointer
  private let width: Int

  /// Links of a vector; twice as many on the lowest level.
  private static let links = 16
  /// How many vectors are kept in sight while one is added.
  private static let buildBreadth = 100

  /// A graph without vectors; `nil` where there is not memory enough.
  ///
  /// - Parameters:
  ///   - width: Numbers of a vector, at least 1.
  ///   - capacity: How many vectors will be added.
  ///   - breadth: How many vectors a search keeps in sight, at least as many as it is asked for.
  init?(width: Int, capacity: Int, breadth: Int) {
    let made = chnsw_make(width, capacity, Self.links, Self.buildBreadth, 100)
    guard let made else { return nil }
    graph = made
    self.width = width
    chnsw_set_breadth(graph, breadth)
  }

  deinit { chnsw_free(graph) }

  /// Adds the next vector; whether there was memory for it.
  func add(_ vector: [Float], row: Int) -> Bool {
    precondition(vector.count == width, "a vector has the graph's width")
    return vector.withUnsafeBufferPointer { chnsw_add(graph, $0.baseAddress, UInt32(row)) } != 0
  }

  /// Rows near a vector, at most so many, in no particular order.
  func search(_ vector: [Float], count: Int) -> [Int] {
    precondition(vector.count == width, "a vector has the graph's width")
    let rows = [UInt32](unsafeUninitializedCapacity: count) { rows, written in
      written = vector.withUnsafeBufferPointer {
        chnsw_search(graph, $0.baseAddress, count, rows.baseAddress)
      }
    }
    return rows.map { Int($0) }
  }
}
