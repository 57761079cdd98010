import Geometry
import Statistics

/// The exact matching of one component with more than one admissible pair.
struct ComponentSolver {
  private let edges: [OverlapGraph.Edge]
  /// Objects of the component by position in the image, in canonical order.
  private let rows: [Int]
  private let columns: [Int]
  private let categories: Sides<[Int: Int32]>
  private let categoryBonus: Double
  /// Whether B's objects are the rows of the assignment problem.
  private let isTurned: Bool

  init(
    _ component: OverlapGraph.Component,
    _ objects: Sides<ImageObjects>,
    in tables: Sides<ObjectColumns>,
    categoryBonus: Double
  ) {
    edges = component.edges
    self.categoryBonus = categoryBonus
    let a = Set(edges.map(\.a)).sorted()
    let b = Set(edges.map(\.b)).sorted()
    categories = Sides(
      a: Dictionary(uniqueKeysWithValues: a.map { ($0, objects.a.singles[$0].category) }),
      b: Dictionary(uniqueKeysWithValues: b.map { ($0, objects.b.singles[$0].category) })
    )
    // The same problem must be posed whichever side is called A: the smaller side gives the rows.
    isTurned = Self.precedes(
      Self.identified(b.map { objects.b.singles[$0] }, in: tables.b),
      Self.identified(a.map { objects.a.singles[$0] }, in: tables.a)
    )
    rows = isTurned ? b : a
    columns = isTurned ? a : b
  }

  /// The pairs of the matching with the largest total, by (a, b).
  ///
  /// An object may stay free although a partner is left only where that raises the total.
  func matching() -> [OverlapGraph.Edge] {
    var weights = [Double](repeating: 0, count: rows.count * columns.count)
    var edgeAt = [Int?](repeating: nil, count: weights.count)
    let rowOf = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for (index, edge) in edges.enumerated() {
      let ends = isTurned ? (row: edge.b, column: edge.a) : (row: edge.a, column: edge.b)
      guard let row = rowOf[ends.row], let column = columnOf[ends.column] else { continue }
      let agrees = categories.a[edge.a] == categories.b[edge.b]
      let cell = row * columns.count + column
      weights[cell] = edge.iou + (agrees ? categoryBonus : 0)
      edgeAt[cell] = index
    }
    let assignment = Assignment.maximum(
      weights: weights,
      rows: rows.count,
      columns: columns.count
    )
    return assignment.enumerated()
      .compactMap { row, column in column.flatMap { edgeAt[row * columns.count + $0] } }
      .map { edges[$0] }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private typealias Identified = (ImageObjects.Object, id: ObjectID)

  private static func identified(
    _ objects: [ImageObjects.Object],
    in table: ObjectColumns
  ) -> [Identified] {
    objects.map { ($0, table.id(of: $0.row)) }
  }

  /// Orders two lists of objects by number, then by their objects.
  private static func precedes(_ lhs: [Identified], _ rhs: [Identified]) -> Bool {
    if lhs.count != rhs.count { return lhs.count < rhs.count }
    return lhs.lexicographicallyPrecedes(rhs, by: ImageObjects.Object.precedes)
  }
}
