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

  /// All admissible pairs, by (a, b).
  let edges: [Edge]
  private let counts: Sides<Int>

  /// `similarity`: Of an object of A and one of B, by their positions.
  init(counts: Sides<Int>, minimum: Double, similarity: (Int, Int) -> Double) {
    var edges: [Edge] = []
    for a in 0..<counts.a {
      for b in 0..<counts.b {
        let value = similarity(a, b)
        if value >= minimum && value > 0 { edges.append(Edge(a: a, b: b, iou: value)) }
      }
    }
    self.init(edges: edges, counts: counts)
  }

  private init(edges: [Edge], counts: Sides<Int>) {
    self.edges = edges
    self.counts = counts
  }

  /// The graph of some of the pairs.
  func filtered(_ isKept: (Edge) -> Bool) -> OverlapGraph {
    OverlapGraph(edges: edges.filter(isKept), counts: counts)
  }

  var components: [Component] { Self.components(of: edges, counts.a, counts.b) }

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
