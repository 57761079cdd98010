import Geometry

/// The pairs of an image that may be matched, in connected components.
struct OverlapGraph: Sendable {
  /// An admissible pair: positions among the objects of the two sides.
  struct Edge: Hashable, Sendable {
    var a: Int
    var b: Int
    var iou: Double
  }

  /// Objects that hang together through admissible pairs.
  struct Component: Sendable {
    /// By (a, b).
    var edges: [Edge]
  }

  let components: [Component]

  init(
    _ a: [ImageObjects.Object],
    _ b: [ImageObjects.Object],
    minimumIoU: Double,
    convention: IoUConvention
  ) {
    var edges: [Edge] = []
    for (i, objectA) in a.enumerated() {
      for (j, objectB) in b.enumerated() {
        let iou = objectA.box.iou(with: objectB.box, convention: convention)
        if iou >= minimumIoU && iou > 0 { edges.append(Edge(a: i, b: j, iou: iou)) }
      }
    }
    components = Self.components(of: edges, a.count, b.count)
  }

  /// Union–find over the objects of both sides; components in the order of their first edge.
  private static func components(of edges: [Edge], _ countA: Int, _ countB: Int) -> [Component] {
    var parent = Array(0..<countA + countB)
    func root(of node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for edge in edges {
      let (a, b) = (root(of: edge.a), root(of: countA + edge.b))
      parent[max(a, b)] = min(a, b)
    }

    var position = [Int?](repeating: nil, count: countA)
    var components: [Component] = []
    for edge in edges {
      // The root is the smallest node, and every component holds a node of side A.
      let key = root(of: edge.a)
      if let known = position[key] {
        components[known].edges.append(edge)
      } else {
        position[key] = components.count
        components.append(Component(edges: [edge]))
      }
    }
    return components
  }
}
